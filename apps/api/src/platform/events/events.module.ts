import { Global, Module } from '@nestjs/common';
import { OutboxJobs, OutboxWaker } from './outbox.jobs.js';
import { OutboxRelay } from './outbox.relay.js';
import { Subscriptions } from './subscriptions.js';

@Global()
@Module({
  providers: [Subscriptions, OutboxRelay, OutboxJobs, OutboxWaker],
  exports: [Subscriptions, OutboxRelay, OutboxWaker],
})
export class EventsModule {}
