import { ANSWERING_ROLES, ISSUING_ROLES } from '@linshao/domain';
import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { CurrentCaller, HasPost } from '../platform/auth/access.js';
import type { Caller } from '../platform/auth/caller.js';
import { IdPipe } from '../platform/http/id.pipe.js';
import { IdempotencyKey, type Repeatable } from '../platform/idempotency/idempotency.js';
import {
  CloseSupervisionDto,
  SupervisionListQueryDto,
  SupervisionPage,
  SupervisionTextDto,
  SupervisionView,
} from './supervision.dto.js';
import { SupervisionService } from './supervision.service.js';

/** 督办单: who may take which step is the domain's table. */
@Controller('supervision-orders')
@HasPost(...ANSWERING_ROLES, ...ISSUING_ROLES)
export class SupervisionController {
  constructor(private readonly supervision: SupervisionService) {}

  /** Those of the caller's areas, newest first. */
  @Get()
  list(@CurrentCaller() caller: Caller, @Query() query: SupervisionListQueryDto): Promise<SupervisionPage> {
    return this.supervision.list(caller, query);
  }

  @Get(':id')
  get(@CurrentCaller() caller: Caller, @Param('id', IdPipe) id: string): Promise<SupervisionView> {
    return this.supervision.get(caller, id);
  }

  /** 答复: why the promise was missed and what is done about it. */
  @Post(':id/answer')
  @HttpCode(200)
  answer(
    @CurrentCaller() caller: Caller,
    @Param('id', IdPipe) id: string,
    @Body() { text }: SupervisionTextDto,
    @IdempotencyKey() key: Repeatable | null,
  ): Promise<SupervisionView> {
    return this.supervision.step(caller, id, { action: 'answer', text }, key);
  }

  /** 销号: the office that asked is content with the answer. */
  @Post(':id/close')
  @HttpCode(200)
  close(
    @CurrentCaller() caller: Caller,
    @Param('id', IdPipe) id: string,
    @Body() { text }: CloseSupervisionDto,
    @IdempotencyKey() key: Repeatable | null,
  ): Promise<SupervisionView> {
    return this.supervision.step(caller, id, { action: 'close', ...(text !== undefined && { text }) }, key);
  }

  /** 退回补充: the answer does not do; the clock begins anew. */
  @Post(':id/return')
  @HttpCode(200)
  sendBack(
    @CurrentCaller() caller: Caller,
    @Param('id', IdPipe) id: string,
    @Body() { text }: SupervisionTextDto,
    @IdempotencyKey() key: Repeatable | null,
  ): Promise<SupervisionView> {
    return this.supervision.step(caller, id, { action: 'return', text }, key);
  }
}
