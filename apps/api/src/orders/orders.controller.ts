import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { CurrentCaller, SignedIn } from '../platform/auth/access.js';
import type { Caller } from '../platform/auth/caller.js';
import { IdPipe } from '../platform/http/id.pipe.js';
import { IdempotencyKey, type Repeatable } from '../platform/idempotency/idempotency.js';
import { ChildTasksService } from './child-tasks.service.js';
import { ContactBody, ContactView } from './contact.dto.js';
import { ContactService } from './contact.service.js';
import { CreateOrder, CreatedOrder } from './create-order.dto.js';
import { CreateOrderService } from './create-order.service.js';
import { DuplicatesService } from './duplicates.service.js';
import { DuplicateQuery, SimilarOrder } from './duplicates.dto.js';
import { ListOrdersService } from './list-orders.service.js';
import { ActionView } from './order-actions.dto.js';
import { OrderFilters, OrderListQuery } from './order-list.query.js';
import { ChildTask, OrderCounts, OrderPage, OrderView } from './order-view.dto.js';
import { ReadOrderService } from './read-order.service.js';
import { TimelineStep } from './timeline.dto.js';
import { TimelineService } from './timeline.service.js';

@Controller('orders')
@SignedIn()
export class OrdersController {
  constructor(
    private readonly creating: CreateOrderService,
    private readonly listing: ListOrdersService,
    private readonly reading: ReadOrderService,
    private readonly timelines: TimelineService,
    private readonly duplicates: DuplicatesService,
    private readonly contacts: ContactService,
    private readonly childTasks: ChildTasksService,
  ) {}

  /** 点单: posts a wish, orders a service, reports a problem or asks for an errand. */
  @Post()
  create(
    @CurrentCaller() caller: Caller,
    @Body() body: CreateOrder,
    @IdempotencyKey() key: Repeatable | null,
  ): Promise<CreatedOrder> {
    return this.creating.create(caller, body, key);
  }

  /** Newest first: what the caller's posts cover, or their own matters and what they may claim. */
  @Get()
  list(@CurrentCaller() caller: Caller, @Query() query: OrderListQuery): Promise<OrderPage> {
    return this.listing.list(caller, query);
  }

  @Get('counts')
  counts(@CurrentCaller() caller: Caller, @Query() query: OrderFilters): Promise<OrderCounts> {
    return this.listing.counts(caller, query);
  }

  /** While typing: open orders nearby that may be the same matter. */
  @Get('similar')
  similar(@CurrentCaller() caller: Caller, @Query() query: DuplicateQuery): Promise<SimilarOrder[]> {
    return this.duplicates.similar(caller, query);
  }

  @Get(':id')
  get(@CurrentCaller() caller: Caller, @Param('id', IdPipe) id: string): Promise<OrderView> {
    return this.reading.get(caller, id);
  }

  /** Every step: who, by which post, when, in which words. */
  @Get(':id/timeline')
  timeline(@CurrentCaller() caller: Caller, @Param('id', IdPipe) id: string): Promise<TimelineStep[]> {
    return this.timelines.timeline(caller, id);
  }

  /** The child tasks it was split into, for those who see all of it. */
  @Get(':id/children')
  children(@CurrentCaller() caller: Caller, @Param('id', IdPipe) id: string): Promise<ChildTask[]> {
    return this.childTasks.of(caller, id);
  }

  /** What the caller may do with it now. */
  @Get(':id/actions')
  actions(@CurrentCaller() caller: Caller, @Param('id', IdPipe) id: string): Promise<ActionView[]> {
    return this.reading.actions(caller, id);
  }

  /** How to reach the resident: for those who work on the order, with a purpose, and on record. */
  @Post(':id/contact')
  @HttpCode(200)
  contact(
    @CurrentCaller() caller: Caller,
    @Param('id', IdPipe) id: string,
    @Body() { purpose }: ContactBody,
  ): Promise<ContactView> {
    return this.contacts.contact(caller, id, purpose);
  }
}
