import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { CurrentCaller, HasPost, SignedIn } from '../platform/auth/access.js';
import type { Caller } from '../platform/auth/caller.js';
import { IdPipe } from '../platform/http/id.pipe.js';
import { IdempotencyKey, type Repeatable } from '../platform/idempotency/idempotency.js';
import { DeadlineList, DeadlinesQuery, DeadlineView, ExtendBody, ReplanBody, ReplanResult } from './deadlines.dto.js';
import { ExtensionsService } from './extensions.service.js';
import { ReadDeadlinesService } from './read-deadlines.service.js';
import { ReplansService } from './replans.service.js';

@Controller()
export class DeadlinesController {
  constructor(
    private readonly reading: ReadDeadlinesService,
    private readonly extensions: ExtensionsService,
    private readonly replans: ReplansService,
  ) {}

  /** Every promise of an order with its clock: when it is due, why, and what became of it. */
  @Get('orders/:id/deadlines')
  @SignedIn()
  ofOrder(
    @CurrentCaller() caller: Caller,
    @Param('id', IdPipe) id: string,
    @Query() query: DeadlinesQuery,
  ): Promise<DeadlineList> {
    return this.reading.ofOrder(caller, id, query);
  }

  /** 延期: by a supervisor, with a reason, within what the policy allows; the old date stays in the history. */
  @Post('deadlines/:id/extend')
  @HttpCode(200)
  @SignedIn()
  extend(
    @CurrentCaller() caller: Caller,
    @Param('id', IdPipe) id: string,
    @Body() body: ExtendBody,
    @IdempotencyKey() key: Repeatable | null,
  ): Promise<DeadlineView> {
    return this.extensions.extend(caller, id, body, key);
  }

  /** Plans running promises anew by the policy in force, which by itself never moves them: first as a preview. */
  @Post('deadlines/replan')
  @HttpCode(200)
  @HasPost('administrator')
  replan(@CurrentCaller() caller: Caller, @Body() body: ReplanBody): Promise<ReplanResult> {
    return this.replans.replan(caller, body);
  }
}
