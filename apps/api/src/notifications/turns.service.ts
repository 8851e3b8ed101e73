import { Inject, Injectable } from '@nestjs/common';
import { digestText, mayGoAt, type QuietHours, turnOf } from '@linshao/domain';
import { Clock } from '../platform/clock/clock.js';
import type { Config } from '../platform/config/config.js';
import { CONFIG } from '../platform/config/config.module.js';
import { Database, type Transaction } from '../platform/database/database.js';
import { nextId } from '../platform/ids.js';
import { DeliveriesRepository, type Receiver } from './deliveries.repository.js';
import type { DeliveryRow } from './delivery.js';
import { RobotsRepository } from './robots.repository.js';
import { spreadOf } from './spread.js';

/** Few enough that whoever takes them is done with them long before anybody believes them dead. */
const LOT = 5;
const WINDOW_MS = 10 * 60_000;

export interface Lot {
  readonly rows: readonly DeliveryRow[];
  /** Whether anything happened: messages taken, put off or merged. */
  readonly moved: boolean;
}

/** Whose turn it is: takes what may go out now to one receiver, puts off the rest. */
@Injectable()
export class TurnsService {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly clock: Clock,
    private readonly database: Database,
    private readonly deliveries: DeliveriesRepository,
    private readonly robots: RobotsRepository,
  ) {}

  next(receiver: Receiver, perMinute: number | null): Promise<Lot> {
    return this.database.transaction(async (tx) => {
      const now = this.clock.now();
      if (!(await this.deliveries.hold(tx, receiver))) return { rows: [], moved: false };
      const due = await this.deliveries.due(tx, receiver, now);
      if (due.length === 0) return { rows: [], moved: false };
      const rows =
        perMinute === null
          ? await this.toPerson(tx, receiver, due, now)
          : await this.toRobot(tx, receiver, due, perMinute, now);
      return { rows: await this.deliveries.take(tx, rows, now), moved: true };
    });
  }

  private async toPerson(tx: Transaction, receiver: Receiver, due: readonly DeliveryRow[], now: Date) {
    const own = await this.deliveries.quietHours(tx, receiver);
    const rest = await this.notHeld(tx, receiver, due, own === undefined ? this.config.quietHours : own, now);
    const [oldest] = [...rest].sort((a, b) => a.created_at.getTime() - b.created_at.getTime());
    if (!oldest) return [];
    const turn = turnOf(
      {
        due: rest.length,
        anyUrgent: rest.some(({ urgent }) => urgent),
        since: oldest.created_at,
        sentAt: await this.deliveries.sentSince(tx, receiver, new Date(now.getTime() - WINDOW_MS)),
      },
      now,
    );
    switch (turn.as) {
      case 'single':
        return rest.slice(0, LOT);
      case 'later':
        await this.deliveries.postpone(tx, receiver.city_id, idsOf(rest), turn.at);
        return [];
      case 'digest':
        return [await this.digest(tx, rest, now)];
    }
  }

  /** Puts off until the morning what may not ring now. */
  private async notHeld(
    tx: Transaction,
    receiver: Receiver,
    due: readonly DeliveryRow[],
    quiet: QuietHours | null,
    now: Date,
  ): Promise<DeliveryRow[]> {
    const goes = (urgent: boolean): Date => mayGoAt(now, urgent, quiet, spreadOf(receiver.recipient_id));
    const isHeld = ({ urgent }: DeliveryRow): boolean => goes(urgent) > now;
    await this.deliveries.postpone(tx, receiver.city_id, idsOf(due.filter(isHeld)), goes(false));
    return due.filter((row) => !isHeld(row));
  }

  private async toRobot(
    tx: Transaction,
    receiver: Receiver,
    due: readonly DeliveryRow[],
    perMinute: number,
    now: Date,
  ) {
    const rest = await this.notHeld(tx, receiver, due, this.config.quietHours, now);
    const { free, opensAt } = await this.robots.room(tx, receiver.city_id, receiver.recipient_id, perMinute, now);
    if (free === 0) {
      await this.deliveries.postpone(tx, receiver.city_id, idsOf(rest), opensAt);
      return [];
    }
    const rows = rest.slice(0, Math.min(free, LOT));
    if (rows.length === 0) return [];
    await this.robots.take(tx, receiver.city_id, receiver.recipient_id, rows.length, now);
    return rows;
  }

  private async digest(tx: Transaction, rows: readonly DeliveryRow[], now: Date): Promise<DeliveryRow> {
    const [first] = rows;
    if (!first) throw new Error('a digest of nothing');
    const id = nextId();
    const count = rows.reduce((sum, { facts }) => sum + (facts.digestOf ?? 1), 0);
    const urgent = rows.filter((row) => row.urgent).length;
    const digest: DeliveryRow = {
      ...first,
      id,
      event_id: id,
      relation: null,
      order_id: null,
      text: digestText(count, urgent),
      facts: { number: null, categoryName: null, postName: null, at: now.toISOString(), digestOf: count },
      urgent: urgent > 0,
      next_at: now,
      attempts: 0,
      created_at: now,
    };
    await this.deliveries.merge(tx, rows, digest);
    return digest;
  }
}

const idsOf = (rows: readonly DeliveryRow[]): string[] => rows.map(({ id }) => id);
