import { v7 as uuidv7 } from 'uuid';
import { orderMoved } from '../../orders/orders.events.js';
import { createTestApp, type TestApp } from '../../platform/testing/test-app.js';
import { LedgerRepository } from '../ledger.repository.js';
import { type Verification, verifyLedger } from '../verify-ledger.js';

export const CITY = 320400;
export const CHAIN = '320400/320402/320402003/320402003012';
export const NEXT_CHAIN = '320400/320402/320402003/320402003013';

/** The application with a history of steps that are not sealed yet. */
export interface LedgerWorld {
  readonly test: TestApp;
  /** Adds steps in turn to the chains and tells the relay of them. Answers with the events' ids. */
  happen(steps: number, chains?: readonly (string | null)[], orderId?: string): Promise<string[]>;
  verify(): Promise<Verification>;
  /** Events in the order of their links. */
  sealed(chain: string): Promise<string[]>;
}

export async function createLedgerWorld(): Promise<LedgerWorld> {
  const test = await createTestApp();
  const { database } = test;
  return {
    test,
    async happen(steps, chains = [CHAIN], orderId = uuidv7()) {
      const events = Array.from({ length: steps }, (_, i) => ({
        city_id: CITY,
        id: uuidv7(),
        order_id: orderId,
        version: i + 1,
        community_path: chains[i % chains.length] ?? null,
        type: 'order.replied',
        from_state: 'accepted',
        to_state: 'accepted',
        words: `第${i + 1}次回复：𠮷祥里"三"号\n已处理`,
        public: i % 2 === 0,
        data: { photoIds: [], solved: true, note: null, nested: { b: 1.5, a: [true] } },
        actor_id: uuidv7(),
        post_id: uuidv7(),
        post_name: '富强新村社区值班员',
        at: new Date(),
      }));
      const columns = Object.keys(events[0] ?? {}).join(', ');
      const announcements = events.map(({ id: eventId, order_id, version }) => ({
        id: uuidv7(),
        payload: { orderId: order_id, eventId, action: 'reply', from: 'accepted', to: 'accepted', version },
      }));
      await database.transaction(async (tx) => {
        await tx.rows(
          `INSERT INTO order_events (${columns}) SELECT ${columns} FROM jsonb_populate_recordset(null::order_events, $1::jsonb)`,
          [JSON.stringify(events)],
        );
        await tx.rows(
          `INSERT INTO outbox (city_id, id, topic, payload) SELECT $1, id, $2, payload FROM jsonb_populate_recordset(null::outbox, $3::jsonb)`,
          [CITY, orderMoved.topic, JSON.stringify(announcements)],
        );
      });
      return events.map(({ id }) => id);
    },
    verify: () => verifyLedger(test.app.get(LedgerRepository), CITY),
    sealed: async (chain) =>
      (
        await database.rows<{ event_id: string }>(
          'SELECT event_id FROM ledger_entries WHERE city_id = $1 AND chain = $2 ORDER BY sequence',
          [CITY, chain],
        )
      ).map(({ event_id }) => event_id),
  };
}
