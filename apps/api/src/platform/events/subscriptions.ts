import { Injectable } from '@nestjs/common';
import type { Transaction } from '../database/database.js';
import type { EventDefinition, PublishedEvent } from './event.js';

/**
 * Handles a batch of events after their commit. Its writes go through `tx`, which commits together with the mark
 * that the events were handled: an effect happens exactly once however often the process dies in between.
 */
export type AfterCommit<P extends object> = (events: readonly PublishedEvent<P>[], tx: Transaction) => Promise<void>;

interface Subscription {
  readonly name: string;
  readonly topic: string;
  readonly handle: AfterCommit<never>;
}

/** Who wants to know what, after commit. Features register at start; nobody needs to know them. */
@Injectable()
export class Subscriptions {
  private readonly all: Subscription[] = [];

  /** @param name stable name of the subscriber (`notifications.inbox`): failures are recorded under it. */
  afterCommit<P extends object>(definition: EventDefinition<P>, name: string, handle: AfterCommit<P>): void {
    if (this.all.some((s) => s.name === name && s.topic === definition.topic)) {
      throw new Error(`subscriber ${name} is registered twice for ${definition.topic}`);
    }
    this.all.push({ name, topic: definition.topic, handle: handle });
  }

  of(topic: string): readonly Subscription[] {
    return this.all.filter((s) => s.topic === topic);
  }

  find(topic: string, name: string): Subscription | undefined {
    return this.all.find((s) => s.topic === topic && s.name === name);
  }
}
