import { Controller, Get, Param, Query } from '@nestjs/common';
import { CurrentCaller, SignedIn } from '../platform/auth/access.js';
import type { Caller } from '../platform/auth/caller.js';
import { IdPipe } from '../platform/http/id.pipe.js';
import { PageQueryDto } from '../platform/http/page-query.dto.js';
import { OrderMessagePage } from './order-messages.dto.js';
import { OrderMessagesService } from './order-messages.service.js';

@Controller('orders/:id/messages')
@SignedIn()
export class OrderMessagesController {
  constructor(private readonly messages: OrderMessagesService) {}

  /**
   * Which messages an order gave rise to, newest first: what was told, as what and by which way, and what became of it. The
   * offices that answer for the order see all of them; everybody else those told to themselves.
   */
  @Get()
  list(
    @CurrentCaller() caller: Caller,
    @Param('id', IdPipe) id: string,
    @Query() query: PageQueryDto,
  ): Promise<OrderMessagePage> {
    return this.messages.list(caller, id, query);
  }
}
