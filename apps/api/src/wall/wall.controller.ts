import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiOkResponse } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Public } from '../platform/auth/access.js';
import { sendBoard } from '../platform/boards/send-board.js';
import { WallStreams } from './wall-streams.service.js';
import { Wall, WallQuery } from './wall.dto.js';
import { WallService } from './wall.service.js';

/** 督办墙: what is owed in a community or sub-district, for everybody and for the screen in the hall. */
@Controller('wall')
@Public()
export class WallController {
  constructor(
    private readonly walls: WallService,
    private readonly streams: WallStreams,
  ) {}

  /** At most a second old. */
  @Get()
  @ApiOkResponse({ type: Wall })
  async wall(
    @Query() { area }: WallQuery,
    @Req() { url, headers }: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    sendBoard(reply, await this.walls.wall(url, area), headers);
  }

  /** Server-sent events: `wall` with the whole wall as it is, and again whenever it changed, at most once a second. */
  @Get('stream')
  @RouteConfig({ lasting: true })
  @ApiOkResponse({ content: { 'text/event-stream': { schema: { type: 'string' } } } })
  async stream(
    @Query() { area }: WallQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.streams.open(area, request, reply);
  }
}
