import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { OutboxEntity, OutboxFailureEntity } from './outbox.entity.js';
import { OutboxJobs, OutboxWaker } from './outbox.jobs.js';
import { OutboxRelay } from './outbox.relay.js';
import { Subscriptions } from './subscriptions.js';

@Global()
@Module({
  imports: [TypeOrmModule.forFeature([OutboxEntity, OutboxFailureEntity])],
  providers: [Subscriptions, OutboxRelay, OutboxJobs, OutboxWaker],
  exports: [Subscriptions, OutboxRelay, OutboxWaker],
})
export class EventsModule {}
