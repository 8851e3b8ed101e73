import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { OutboxEntity, OutboxFailureEntity } from './outbox.entity.js';
import { OutboxJobs, OutboxWaker } from './outbox.jobs.js';
import { OutboxRelay } from './outbox.relay.js';
import { Precedence } from './precedence.js';
import { Subscriptions } from './subscriptions.js';

@Global()
@Module({
  imports: [TypeOrmModule.forFeature([OutboxEntity, OutboxFailureEntity])],
  providers: [Subscriptions, OutboxRelay, Precedence, OutboxJobs, OutboxWaker],
  exports: [Subscriptions, OutboxRelay, Precedence, OutboxWaker],
})
export class EventsModule {}
