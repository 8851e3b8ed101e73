import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Public } from '../platform/auth/access.js';
import { BoardAreas, BoardAreasQuery, BoardOrder, BoardPage, ResultsQuery, WishesQuery } from './boards.dto.js';
import { BoardsService } from './boards.service.js';
import { sendBoard } from '../platform/boards/send-board.js';

/** What everybody may read without logging in. Pages are at most a second old. */
@Controller('boards')
@Public()
export class BoardsController {
  constructor(private readonly boards: BoardsService) {}

  /** 晒单: results the community published, newest first. */
  @Get('results')
  @ApiOkResponse({ type: BoardPage })
  async results(
    @Query() query: ResultsQuery,
    @Req() { url, headers }: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    sendBoard(reply, await this.boards.results(url, query), headers);
  }

  /** 微心愿墙: wishes with their lamps, newest first. */
  @Get('wishes')
  @ApiOkResponse({ type: BoardPage })
  async wishes(
    @Query() query: WishesQuery,
    @Req() { url, headers }: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    sendBoard(reply, await this.boards.wishes(url, query), headers);
  }

  /** Areas with something to read, for choosing one. */
  @Get('areas')
  @ApiOkResponse({ type: BoardAreas })
  async areas(
    @Query() query: BoardAreasQuery,
    @Req() { url, headers }: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    sendBoard(reply, await this.boards.areasOf(url, query), headers);
  }

  /** An order's public page with its public steps. */
  @Get('orders/:number')
  @ApiOkResponse({ type: BoardOrder })
  async order(
    @Param('number') number: string,
    @Req() { url, headers }: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    sendBoard(reply, await this.boards.order(url, number), headers);
  }
}
