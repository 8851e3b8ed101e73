import { Injectable } from '@nestjs/common';
import type { Assignment, MergeTarget, HistoryType, OrderState, Post, Receiver, Role } from '@linshao/domain';
import { Database, type Sql } from '../platform/database/database.js';
import { floorOf } from '../platform/database/id-floor.js';
import { ALL_NAMES, type NamedOrderRow } from './order-names.js';
import { type OrderRow, toOrder } from './order-row.js';

interface PostRow {
  readonly id: string;
  readonly role: Role;
  readonly name: string;
  readonly scope_type: 'area' | 'unit' | 'party';
  readonly scope_id: string;
  readonly area_path: string;
  readonly valid_from: Date;
  readonly valid_to: Date | null;
}

export type ReadRow = NamedOrderRow & { readonly is_follower: boolean };

/** A row of `order_events` with the name of who acted. */
export interface EventRow {
  readonly id: string;
  readonly type: HistoryType;
  readonly from_state: OrderState | null;
  readonly to_state: OrderState;
  readonly words: string | null;
  readonly public: boolean;
  readonly data: Record<string, unknown>;
  readonly actor_id: string | null;
  readonly actor_name: string | null;
  readonly post_name: string | null;
  readonly at: Date;
}

/** A split makes nine at most; an order is not split over and over. */
const MOST_CHILDREN = 50;

/** Queries for one order and what surrounds it. Lists are in orders-list.repository.ts. */
@Injectable()
export class OrdersRepository {
  constructor(private readonly database: Database) {}

  load(cityId: number, id: string, sql: Sql = this.database): Promise<OrderRow | null> {
    return sql.first<OrderRow>('SELECT * FROM orders WHERE city_id = $1 AND id = $2', [cityId, id]);
  }

  /** Keeps everybody else from moving it until the transaction ends. */
  lock(tx: Sql, cityId: number, id: string): Promise<OrderRow | null> {
    return tx.first<OrderRow>('SELECT * FROM orders WHERE city_id = $1 AND id = $2 FOR UPDATE', [cityId, id]);
  }

  async renew(tx: Sql, cityId: number, id: string): Promise<void> {
    await tx.rows('UPDATE orders SET version = version + 1 WHERE city_id = $1 AND id = $2', [cityId, id]);
  }

  /** With whether the caller follows it, which rules and visibility ask for. */
  loadFor(cityId: number, id: string, personId: string): Promise<(OrderRow & { is_follower: boolean }) | null> {
    return this.database.first(
      `SELECT o.*, EXISTS (SELECT FROM order_followers f WHERE f.city_id = o.city_id AND f.order_id = o.id AND f.person_id = $3) AS is_follower
         FROM orders o WHERE o.city_id = $1 AND o.id = $2`,
      [cityId, id, personId],
    );
  }

  /** The whole order with names, for showing it. */
  read(cityId: number, id: string, personId: string): Promise<ReadRow | null> {
    return this.database.first<ReadRow>(
      `SELECT o.*, ${ALL_NAMES},
              EXISTS (SELECT FROM order_followers f WHERE f.city_id = o.city_id AND f.order_id = o.id AND f.person_id = $3) AS is_follower
         FROM orders o WHERE o.city_id = $1 AND o.id = $2`,
      [cityId, id, personId],
    );
  }

  /** What an order was split into, with names, for showing it. */
  readChildren(cityId: number, parentId: string, personId: string): Promise<ReadRow[]> {
    return this.database.rows<ReadRow>(
      `SELECT o.*, ${ALL_NAMES},
              EXISTS (SELECT FROM order_followers f WHERE f.city_id = o.city_id AND f.order_id = o.id AND f.person_id = $3) AS is_follower
         FROM orders o WHERE o.city_id = $1 AND o.parent_id = $2 ORDER BY o.id LIMIT ${MOST_CHILDREN}`,
      [cityId, parentId, personId],
    );
  }

  /** An order's steps, oldest first; notes of one version by their time, since machines that made the ids may not agree on it. */
  events(cityId: number, orderId: string): Promise<EventRow[]> {
    return this.database.rows<EventRow>(
      `SELECT e.id, e.type, e.from_state, e.to_state, e.words, e.public, e.data, e.actor_id, e.post_name, e.at,
              (SELECT p.name FROM persons p WHERE p.city_id = e.city_id AND p.id = e.actor_id) AS actor_name
         FROM order_events e WHERE e.city_id = $1 AND e.order_id = $2 AND e.id >= $3 ORDER BY e.version, e.at, e.id LIMIT 1000`,
      [cityId, orderId, floorOf([orderId])],
    );
  }

  async idByNumber(cityId: number, number: string): Promise<string | null> {
    return (
      (
        await this.database.first<{ id: string }>('SELECT id FROM orders WHERE city_id = $1 AND number = $2', [
          cityId,
          number,
        ])
      )?.id ?? null
    );
  }

  async personExists(cityId: number, id: string): Promise<boolean> {
    return (await this.database.first('SELECT 1 FROM persons WHERE city_id = $1 AND id = $2', [cityId, id])) !== null;
  }

  async mergeTarget(cityId: number, id: string): Promise<MergeTarget | undefined> {
    const row = await this.load(cityId, id);
    return row ? toOrder(row) : undefined;
  }

  children(cityId: number, parentId: string, sql: Sql): Promise<OrderRow[]> {
    return sql.rows<OrderRow>('SELECT * FROM orders WHERE city_id = $1 AND parent_id = $2 ORDER BY id', [
      cityId,
      parentId,
    ]);
  }

  /** The posts by which a person, or anybody of a unit, could take an order. */
  async receiver(cityId: number, to: Exclude<Assignment, { type: 'pool' }>): Promise<Receiver> {
    const rows = await this.database.rows<PostRow>(
      to.type === 'person'
        ? `SELECT * FROM posts WHERE city_id = $1 AND person_id = $2 LIMIT 100`
        : `SELECT * FROM posts WHERE city_id = $1 AND scope_type = 'unit' AND scope_id = $2 LIMIT 100`,
      [cityId, to.type === 'person' ? to.personId : to.unitId],
    );
    return { to, posts: rows.map(toPost) };
  }
}

function toPost(row: PostRow): Post {
  const { area_path: areaPath, scope_id: id } = row;
  const scope: Post['scope'] =
    row.scope_type === 'unit'
      ? { type: 'unit', unitId: id, areaPath }
      : row.scope_type === 'party'
        ? { type: 'party', partyOrganisationId: id, areaPath }
        : { type: 'area', areaId: id, areaPath };
  return { id: row.id, role: row.role, name: row.name, scope, from: row.valid_from, to: row.valid_to };
}
