import { Injectable } from '@nestjs/common';
import type { OrderNoteType } from '@linshao/domain';
import type { Sql } from '../platform/database/database.js';
import { nextId } from '../platform/ids.js';
import { orderNoted } from './orders.events.js';

/** Something that happened to an order without moving it: its clock, a supervision order, an objection. */
export interface OrderNote {
  readonly orderId: string;
  readonly type: OrderNoteType;
  readonly words: string | null;
  readonly public: boolean;
  /** Ids and codes; shown to those with full sight of the order. */
  readonly data: Readonly<Record<string, unknown>>;
  readonly actorId: string | null;
  readonly postId: string | null;
  readonly postName: string | null;
  readonly at: Date;
}

/** Writes such notes into the orders' history, where the ledger seals them like every step. */
@Injectable()
export class OrderNotes {
  /** In the caller's transaction, however many: one statement. An order that is gone is left out. */
  async note(sql: Sql, cityId: number, notes: readonly OrderNote[]): Promise<void> {
    if (notes.length === 0) return;
    const rows = notes.map(({ orderId, postId, postName, actorId, ...note }) => ({
      ...note,
      id: nextId(),
      outbox_id: nextId(),
      order_id: orderId,
      actor_id: actorId,
      post_id: postId,
      post_name: postName,
    }));
    await sql.rows(
      `WITH n AS (
         SELECT * FROM jsonb_to_recordset($2::jsonb) AS n (id uuid, outbox_id uuid, order_id uuid, type text, words text, public boolean,
           data jsonb, actor_id uuid, post_id uuid, post_name text, at timestamptz)
       ), noted AS (
         INSERT INTO order_events (city_id, id, order_id, version, community_path, type, from_state, to_state, words, public, data, actor_id, post_id, post_name, at)
         SELECT o.city_id, n.id, o.id, o.version, substring(o.area_path from '^(.*?/[0-9]{12})(?:/|$)'), n.type, o.state, o.state, n.words,
                n.public AND NOT o.confidential, n.data, n.actor_id, n.post_id, n.post_name, n.at
           FROM n JOIN orders o ON o.city_id = $1 AND o.id = n.order_id
         RETURNING id
       )
       INSERT INTO outbox (city_id, id, topic, payload)
       SELECT $1, n.outbox_id, $3, jsonb_build_object('orderId', n.order_id, 'eventId', n.id, 'type', n.type)
         FROM n JOIN noted ON noted.id = n.id`,
      [cityId, JSON.stringify(rows), orderNoted.topic],
    );
  }
}
