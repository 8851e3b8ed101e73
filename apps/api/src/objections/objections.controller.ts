import { OBJECTION_OFFICES, RULING_ROLES } from '@linshao/domain';
import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { CurrentCaller, HasPost } from '../platform/auth/access.js';
import type { Caller } from '../platform/auth/caller.js';
import { IdPipe } from '../platform/http/id.pipe.js';
import { IdempotencyKey, type Repeatable } from '../platform/idempotency/idempotency.js';
import { ObjectionListQueryDto, ObjectionPage, ObjectionView, RuleObjectionDto } from './objections.dto.js';
import { ObjectionsService } from './objections.service.js';

/** Units' objections 异议. */
@Controller('objections')
export class ObjectionsController {
  constructor(private readonly objections: ObjectionsService) {}

  /** Those of the caller's areas and units, newest first. */
  @Get()
  @HasPost(...OBJECTION_OFFICES, 'unit_responder', 'provider')
  list(@CurrentCaller() caller: Caller, @Query() query: ObjectionListQueryDto): Promise<ObjectionPage> {
    return this.objections.list(caller, query);
  }

  @Get(':id')
  @HasPost(...OBJECTION_OFFICES, 'unit_responder', 'provider')
  get(@CurrentCaller() caller: Caller, @Param('id', IdPipe) id: string): Promise<ObjectionView> {
    return this.objections.get(caller, id);
  }

  /** 裁定: upheld, the order goes back to dispatch; overruled, the unit must claim it and may not object again. */
  @Post(':id/rule')
  @HttpCode(200)
  @HasPost(...RULING_ROLES)
  rule(
    @CurrentCaller() caller: Caller,
    @Param('id', IdPipe) id: string,
    @Body() input: RuleObjectionDto,
    @IdempotencyKey() key: Repeatable | null,
  ): Promise<ObjectionView> {
    return this.objections.rule(caller, id, input, key);
  }
}
