import { Body, Controller, Param, Post } from '@nestjs/common';
import { CurrentCaller, HasPost } from '../platform/auth/access.js';
import type { Caller } from '../platform/auth/caller.js';
import { IdPipe } from '../platform/http/id.pipe.js';
import { IdempotencyKey, type Repeatable } from '../platform/idempotency/idempotency.js';
import { ObjectDto, ObjectionView } from './objections.dto.js';
import { ObjectionsService } from './objections.service.js';

@Controller('orders/:id')
@HasPost('unit_responder', 'provider')
export class ObjectOrderController {
  constructor(private readonly objections: ObjectionsService) {}

  /** 提出异议: the unit the order was sent to argues it back, once, before it must be claimed. */
  @Post('object')
  object(
    @CurrentCaller() caller: Caller,
    @Param('id', IdPipe) id: string,
    @Body() input: ObjectDto,
    @IdempotencyKey() key: Repeatable | null,
  ): Promise<ObjectionView> {
    return this.objections.raise(caller, id, input, key);
  }
}
