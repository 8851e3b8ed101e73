import { Body, Controller, Param, Post } from '@nestjs/common';
import { CurrentCaller, HasPost } from '../platform/auth/access.js';
import type { Caller } from '../platform/auth/caller.js';
import { IdPipe } from '../platform/http/id.pipe.js';
import { IdempotencyKey, type Repeatable } from '../platform/idempotency/idempotency.js';
import { SuperviseDto, SupervisionView } from './supervision.dto.js';
import { SupervisionService } from './supervision.service.js';

@Controller('orders/:id')
@HasPost('supervisor')
export class SuperviseOrderController {
  constructor(private readonly supervision: SupervisionService) {}

  /** 督办: a supervisor asks the order's community to explain, without waiting for a clock. */
  @Post('supervise')
  supervise(
    @CurrentCaller() caller: Caller,
    @Param('id', IdPipe) id: string,
    @Body() input: SuperviseDto,
    @IdempotencyKey() key: Repeatable | null,
  ): Promise<SupervisionView> {
    return this.supervision.openByHand(caller, id, input, key);
  }
}
