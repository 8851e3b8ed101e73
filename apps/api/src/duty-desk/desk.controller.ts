import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { DUTY_STAFF } from '@linshao/domain';
import { CurrentCaller, HasPost } from '../platform/auth/access.js';
import type { Caller } from '../platform/auth/caller.js';
import { IdPipe } from '../platform/http/id.pipe.js';
import { IdempotencyKey, type Repeatable } from '../platform/idempotency/idempotency.js';
import {
  type DeskPageDto,
  DeskQueryDto,
  type DutyFiguresDto,
  FiguresQueryDto,
  type HandoverDto,
  HandOverDto,
  type HandoverPageDto,
  HandoverQueryDto,
} from './desk.dto.js';
import { DeskFiguresService } from './desk-figures.service.js';
import { DeskQueueService } from './desk-queue.service.js';
import { HandoversService } from './handovers.service.js';

@Controller('duty')
@HasPost(...DUTY_STAFF)
export class DeskController {
  constructor(
    private readonly queue: DeskQueueService,
    private readonly handovers: HandoversService,
    private readonly figures: DeskFiguresService,
  ) {}

  /** Orders in the caller's areas that wait for their first reply, the most urgent first. Reply with `POST /api/orders/{id}/reply`. */
  @Get('queue')
  waiting(@CurrentCaller() caller: Caller, @Query() query: DeskQueryDto): Promise<DeskPageDto> {
    return this.queue.list(caller, query);
  }

  /** Leaves a note to the next shift, with the list of what is open now. */
  @Post('handovers')
  leave(
    @CurrentCaller() caller: Caller,
    @Body() input: HandOverDto,
    @IdempotencyKey() repeatable: Repeatable | null,
  ): Promise<HandoverDto> {
    return this.handovers.leave(caller, input, repeatable);
  }

  /** Notes of an area, the newest first. */
  @Get('handovers')
  notes(@CurrentCaller() caller: Caller, @Query() query: HandoverQueryDto): Promise<HandoverPageDto> {
    return this.handovers.list(caller, query);
  }

  /** The next one has read it; said again it stays as it is. */
  @Post('handovers/:id/take-over')
  @HttpCode(200)
  takeOver(@CurrentCaller() caller: Caller, @Param('id', IdPipe) id: string): Promise<HandoverDto> {
    return this.handovers.takeOver(caller, id);
  }

  /** What became of the replies promised, shift by shift, without persons. */
  @Get('figures')
  byShift(@CurrentCaller() caller: Caller, @Query() query: FiguresQueryDto): Promise<DutyFiguresDto> {
    return this.figures.byShift(caller, query);
  }
}
