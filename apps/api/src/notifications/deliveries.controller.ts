import { Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { CurrentCaller, HasPost } from '../platform/auth/access.js';
import type { Caller } from '../platform/auth/caller.js';
import { IdPipe } from '../platform/http/id.pipe.js';
import { DeliveryPage, DeliveryQuery, DeliveryView } from './deliveries.dto.js';
import { DeliveryAdminService } from './delivery-admin.service.js';

/** Messages sent outside the app, of the caller's areas: above all those that did not arrive. */
@Controller('deliveries')
@HasPost('administrator')
export class DeliveriesController {
  constructor(private readonly deliveries: DeliveryAdminService) {}

  @Get()
  list(@CurrentCaller() caller: Caller, @Query() query: DeliveryQuery): Promise<DeliveryPage> {
    return this.deliveries.list(caller, query);
  }

  /** Tries a dead or doubtful message again, from the first attempt on. */
  @Post(':id/retry')
  @HttpCode(200)
  retry(@CurrentCaller() caller: Caller, @Param('id', IdPipe) id: string): Promise<DeliveryView> {
    return this.deliveries.retry(caller, id);
  }
}
