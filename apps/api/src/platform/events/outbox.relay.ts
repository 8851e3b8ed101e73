import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import { Database, type Transaction } from '../database/database.js';
import type { PublishedEvent } from './event.js';
import { Precedence } from './precedence.js';
import { Subscriptions } from './subscriptions.js';

interface OutboxRow {
  readonly city_id: number;
  readonly id: string;
  readonly topic: string;
  readonly payload: object;
  readonly at: Date;
}

const BATCH = 100;
const MAX_ATTEMPTS = 8;
// Any constant serves, as long as all our processes use the same one.
const RELAY_LOCK = 727100004;

/**
 * Tells committed facts to their subscribers, at least one try each and exactly one effect: a subscriber's writes commit
 * with the mark. One batch is under way at a time in the whole fleet, so that what happened to an order is heard in the
 * order in which it happened, and a finished `drain` means that what waited before it has been heard. A subscriber that
 * throws is rolled back to its savepoint, tried event by event, and what still fails is retried on its own, later than
 * its successors: it holds up nobody.
 */
@Injectable()
export class OutboxRelay implements OnModuleDestroy {
  private readonly log = new Logger(OutboxRelay.name);
  private closing = false;

  constructor(
    private readonly database: Database,
    private readonly subscriptions: Subscriptions,
    private readonly precedence: Precedence,
  ) {}

  /** A process that ends leaves the rest to the next one, instead of being cut off in the middle. */
  onModuleDestroy(): void {
    this.closing = true;
  }

  /** Handles everything that waits now. Safe to call at any time, from any number of processes. */
  async drain(): Promise<number> {
    let handled = 0;
    let batch: number;
    do {
      await this.precedence.giveWay();
      batch = await this.database.transaction((tx) => this.handleBatch(tx));
      handled += batch;
    } while (batch === BATCH && !this.closing);
    while (await this.database.transaction((tx) => this.retryOne(tx))) handled += 1;
    return handled;
  }

  private async handleBatch(tx: Transaction): Promise<number> {
    await tx.rows('SELECT pg_advisory_xact_lock($1)', [RELAY_LOCK]);
    const rows = await tx.rows<OutboxRow>(
      `SELECT city_id, id, topic, payload, at FROM outbox WHERE handled_at IS NULL ORDER BY id LIMIT ${BATCH}`,
    );
    const byTopic = groupByTopic(rows);
    for (const [topic, ofTopic] of byTopic) {
      for (const subscriber of this.subscriptions.of(topic)) {
        const events = ofTopic.map(toEvent);
        if ((await this.attempt(tx, () => subscriber.handle(events, tx))) === null) continue;
        for (const event of events) {
          const error = await this.attempt(tx, () => subscriber.handle([event], tx));
          if (error !== null) await this.recordFailure(tx, event, subscriber.name, 1, error);
        }
      }
    }
    if (rows.length > 0) {
      await tx.rows(
        'UPDATE outbox SET handled_at = now() WHERE (city_id, id) IN (SELECT * FROM unnest($1::int[], $2::uuid[]))',
        [rows.map((r) => r.city_id), rows.map((r) => r.id)],
      );
    }
    return rows.length;
  }

  private async retryOne(tx: Transaction): Promise<boolean> {
    const row = await tx.first<OutboxRow & { subscriber: string; attempts: number }>(
      `SELECT o.city_id, o.id, o.topic, o.payload, o.at, f.subscriber, f.attempts
         FROM outbox_failures f JOIN outbox o ON o.city_id = f.city_id AND o.id = f.outbox_id
        WHERE f.next_at <= now() ORDER BY f.next_at LIMIT 1 FOR UPDATE OF f SKIP LOCKED`,
    );
    if (!row) return false;
    const subscriber = this.subscriptions.find(row.topic, row.subscriber);
    const event = toEvent(row);
    const error = subscriber ? await this.attempt(tx, () => subscriber.handle([event], tx)) : 'the subscriber is gone';
    if (error === null) {
      await tx.rows('DELETE FROM outbox_failures WHERE city_id = $1 AND outbox_id = $2 AND subscriber = $3', [
        row.city_id,
        row.id,
        row.subscriber,
      ]);
    } else {
      await this.recordFailure(tx, event, row.subscriber, row.attempts + 1, error);
    }
    return true;
  }

  /** Null when the work was done; otherwise what went wrong, with the work's writes undone. */
  private async attempt(tx: Transaction, work: () => Promise<void>): Promise<string | null> {
    await tx.rows('SAVEPOINT subscriber');
    try {
      await work();
      await tx.rows('RELEASE SAVEPOINT subscriber');
      return null;
    } catch (error) {
      await tx.rows('ROLLBACK TO SAVEPOINT subscriber');
      return error instanceof Error ? error.message : String(error);
    }
  }

  private async recordFailure(
    tx: Transaction,
    event: PublishedEvent<object>,
    name: string,
    attempts: number,
    error: string,
  ) {
    const dead = attempts >= MAX_ATTEMPTS;
    this.log.error({ outbox: event.id, subscriber: name, attempts, dead, error }, 'a subscriber failed');
    // 2 s, 4 s, … about 4 minutes: long enough for a restart elsewhere, short enough that a person still waits for it.
    const pauseSeconds = dead ? null : 2 ** attempts;
    await tx.rows(
      `INSERT INTO outbox_failures (city_id, outbox_id, subscriber, attempts, error, next_at)
       VALUES ($1, $2, $3, $4, $5, now() + make_interval(secs => $6))
       ON CONFLICT (city_id, outbox_id, subscriber) DO UPDATE SET attempts = $4, error = $5, next_at = excluded.next_at`,
      [event.cityId, event.id, name, attempts, storable(error), pauseSeconds],
    );
  }
}

/** PostgreSQL takes no NUL in a text, and a message that cannot be stored would hold up everybody. */
const storable = (error: string): string => error.slice(0, 1000).replaceAll('\0', '�');

function toEvent(row: OutboxRow): PublishedEvent<never> {
  return { id: row.id, cityId: row.city_id, at: row.at, payload: row.payload as never };
}

function groupByTopic(rows: readonly OutboxRow[]): Map<string, OutboxRow[]> {
  const groups = new Map<string, OutboxRow[]>();
  for (const row of rows) groups.set(row.topic, [...(groups.get(row.topic) ?? []), row]);
  return groups;
}
