import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { CurrentCaller, SignedIn } from '../platform/auth/access.js';
import type { Caller } from '../platform/auth/caller.js';
import { RecordSubscriptions, SubscriptionsView } from './subscriptions.dto.js';
import { SubscriptionsService } from './subscriptions.service.js';

@Controller('me/subscriptions')
@SignedIn()
export class SubscriptionsController {
  constructor(private readonly subscriptions: SubscriptionsService) {}

  /** The subscription messages one can agree to, and how many of each are still to come. */
  @Get()
  list(@CurrentCaller() caller: Caller): Promise<SubscriptionsView> {
    return this.subscriptions.list(caller);
  }

  /** Records what the person answered in WeChat's dialogue: each 允许 is one message. */
  @Post()
  @HttpCode(200)
  record(@CurrentCaller() caller: Caller, @Body() body: RecordSubscriptions): Promise<SubscriptionsView> {
    return this.subscriptions.record(caller, body);
  }
}
