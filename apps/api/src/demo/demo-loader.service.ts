import { Injectable } from '@nestjs/common';
import { type CommunityData, defaultCalendar, demoOrders } from '@linshao/domain';
import { FiringService } from '../deadlines/firing.service.js';
import { OfficialAreasService } from '../organisation/official-areas.service.js';
import { orderMoved, orderNoted } from '../orders/orders.events.js';
import { Clock } from '../platform/clock/clock.js';
import { Database, type Transaction } from '../platform/database/database.js';
import { OutboxRelay } from '../platform/events/outbox.relay.js';
import { nextId } from '../platform/ids.js';
import { PlaybooksRepository } from '../playbooks/playbooks.repository.js';
import { DemoDeadlines } from './demo-deadlines.service.js';
import { DemoDuty } from './demo-duty.service.js';
import { DemoHistory, type HistoryRows } from './demo-history.js';
import { DemoMatters } from './demo-matters.service.js';
import { DemoSociety } from './demo-society.service.js';
import { found, readFuqiang, readFuqiangFile } from './fuqiang.js';

const LOAD_LOCK = 727100003;

/**
 * Puts the demo community into an empty database, once: the real areas first (repeatable by themselves), then everything
 * else in one transaction, so that a process killed in the middle leaves nothing half done.
 */
@Injectable()
export class DemoLoader {
  constructor(
    private readonly database: Database,
    private readonly officialAreas: OfficialAreasService,
    private readonly society: DemoSociety,
    private readonly playbooks: PlaybooksRepository,
    private readonly deadlines: DemoDeadlines,
    private readonly matters: DemoMatters,
    private readonly duty: DemoDuty,
    private readonly firing: FiringService,
    private readonly relay: OutboxRelay,
    private readonly clock: Clock,
  ) {}

  /** @param say told what is going on, for whoever waits at a terminal. */
  async load(say: (line: string) => void = () => undefined): Promise<void> {
    const fuqiang = readFuqiang();
    if (await this.isLoaded(fuqiang)) return this.goOn(fuqiang);
    say('正在载入示范社区：常州市天宁区茶山街道富强新村社区… Loading the demo community');
    await this.officialAreas.load(readFuqiangFile('areas.jsonl').split('\n'));
    await this.database.transaction(async (tx) => {
      await tx.rows('SELECT pg_advisory_xact_lock($1)', [LOAD_LOCK]);
      if (await this.isLoaded(fuqiang)) return;
      const now = this.clock.now();
      const ids = await this.society.load(tx, fuqiang, now);
      await this.playbooks.add(tx, fuqiang.playbook.city, String(fuqiang.playbook.city), fuqiang.playbook);
      const playbookId = await this.playbookId(tx, fuqiang);
      const calendar = defaultCalendar();
      const history = new DemoHistory(fuqiang, ids, playbookId, calendar);
      const rows = history.replay(demoOrders(fuqiang, now), now);
      await this.insert(tx, fuqiang.playbook.city, rows, history.lastSequence);
      await this.deadlines.load(tx, fuqiang.playbook.city, rows);
      await this.matters.load(tx, { fuqiang, ids, calendar, loadedAt: now });
      await this.duty.keep(tx, fuqiang, now);
    });
    // What the past left due fires now: nothing of it may look as if no worker lived.
    while ((await this.firing.drain(fuqiang.playbook.city)) > 0);
    // Boards, inboxes and the ledger learn of the past in the same way as of the present.
    await this.relay.drain();
  }

  /** The roster goes on at every start: a demo that is kept for months has somebody on duty all the time. */
  private goOn(fuqiang: CommunityData): Promise<void> {
    return this.database.transaction(async (tx) => {
      await tx.rows('SELECT pg_advisory_xact_lock($1)', [LOAD_LOCK]);
      await this.duty.keep(tx, fuqiang, this.clock.now());
    });
  }

  private async playbookId(tx: Transaction, { playbook }: CommunityData): Promise<string> {
    const row = await tx.first<{ id: string }>('SELECT id FROM playbooks WHERE city_id = $1', [playbook.city]);
    return found(row?.id, 'playbook');
  }

  private async isLoaded({ playbook }: CommunityData): Promise<boolean> {
    const row = await this.database.first('SELECT 1 FROM playbooks WHERE city_id = $1', [playbook.city]);
    return row !== null;
  }

  private async insert(
    tx: Transaction,
    cityId: number,
    { orders, events, followers }: HistoryRows,
    sequence: number,
  ): Promise<void> {
    await tx.rows(
      `SELECT ensure_month_partitions('order_events', now() - interval '3 months', now() + interval '3 months')`,
    );
    await tx.rows(`INSERT INTO orders SELECT * FROM jsonb_populate_recordset(null::orders, $1::jsonb)`, [
      JSON.stringify(orders),
    ]);
    await tx.rows(
      `INSERT INTO order_events (city_id, id, order_id, version, community_path, type, from_state, to_state, words, public, data, actor_id, post_id, post_name, at)
       SELECT $1, id, order_id, version, community_path, type, from_state, to_state, words, public, data, actor_id, post_id, post_name, at
         FROM jsonb_populate_recordset(null::order_events, $2::jsonb)`,
      [cityId, JSON.stringify(events)],
    );
    await tx.rows(
      `INSERT INTO order_followers (city_id, order_id, person_id, via_order_id)
       SELECT $1, order_id, person_id, via_order_id FROM jsonb_populate_recordset(null::order_followers, $2::jsonb)`,
      [cityId, JSON.stringify(followers)],
    );
    const told = (events as readonly EventRow[]).map(
      ({ id, order_id, type, action, from_state, to_state, version, at }) => ({
        id: nextId(),
        // What the clock noted moved nothing.
        ...(action
          ? {
              topic: orderMoved.topic,
              payload: { orderId: order_id, eventId: id, action, from: from_state, to: to_state, version },
            }
          : { topic: orderNoted.topic, payload: { orderId: order_id, eventId: id, type } }),
        at,
      }),
    );
    await tx.rows(
      `INSERT INTO outbox (city_id, id, topic, payload, at) SELECT $1, id, topic, payload, at FROM jsonb_populate_recordset(null::outbox, $2::jsonb)`,
      [cityId, JSON.stringify(told)],
    );
    await tx.rows(`SELECT setval('order_numbers', $1)`, [sequence]);
  }
}

interface EventRow {
  readonly id: string;
  readonly order_id: string;
  readonly type: string;
  /** Absent: a note. */
  readonly action?: string;
  readonly from_state: string | null;
  readonly to_state: string;
  readonly version: number;
  readonly at: Date;
}
