import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { CurrentCaller, HasPost } from '../platform/auth/access.js';
import type { Caller } from '../platform/auth/caller.js';
import { IdPipe } from '../platform/http/id.pipe.js';
import { AddRobot, ChangeRobot, RobotPage, RobotQuery, RobotView } from './robots.dto.js';
import { RobotsService } from './robots.service.js';

/** WeCom group robots 企业微信群机器人 of the caller's areas. */
@Controller('robots')
@HasPost('administrator')
export class RobotsController {
  constructor(private readonly robots: RobotsService) {}

  @Get()
  list(@CurrentCaller() caller: Caller, @Query() query: RobotQuery): Promise<RobotPage> {
    return this.robots.list(caller, query);
  }

  @Post()
  add(@CurrentCaller() caller: Caller, @Body() body: AddRobot): Promise<RobotView> {
    return this.robots.add(caller, body);
  }

  @Put(':id')
  change(
    @CurrentCaller() caller: Caller,
    @Param('id', IdPipe) id: string,
    @Body() body: ChangeRobot,
  ): Promise<RobotView> {
    return this.robots.change(caller, id, body);
  }

  /** It says nothing more. */
  @Delete(':id')
  @HttpCode(204)
  remove(@CurrentCaller() caller: Caller, @Param('id', IdPipe) id: string): Promise<void> {
    return this.robots.remove(caller, id);
  }
}
