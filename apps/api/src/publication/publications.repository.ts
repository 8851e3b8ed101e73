import { Injectable } from '@nestjs/common';
import type { Lamp, OrderEventType, OrderKind, OrderState } from '@linshao/domain';
import { Conditions, withinPath } from '../platform/database/conditions.js';
import { Database, type Sql } from '../platform/database/database.js';
import type { PublicationDecisionEntity } from './publication-decision.entity.js';
import type { Moderation, Verdict } from './publication-step.entity.js';

export interface PublicationRow {
  readonly city_id: number;
  readonly order_id: string;
  readonly number: string;
  readonly kind: OrderKind;
  readonly category: string;
  readonly category_name: string;
  readonly category_codes: readonly string[];
  readonly area_path: string;
  readonly area_name: string;
  readonly state: OrderState;
  readonly lamp: Lamp | null;
  readonly result_at: Date | null;
  readonly wish_at: Date | null;
  readonly result_step: string | null;
  readonly comment_step: string | null;
  readonly solved: boolean | null;
  readonly stars: number | null;
  readonly handler: string | null;
  readonly photo_ids: readonly string[];
  readonly version: number;
}

export interface StepRow {
  readonly city_id: number;
  readonly order_id: string;
  readonly id: string;
  readonly type: OrderEventType;
  readonly to_state: OrderState;
  readonly at: Date;
  readonly actor: string;
  readonly by_resident: boolean;
  readonly title: string | null;
  readonly words: string | null;
  readonly revision: string;
  readonly moderation: Moderation;
  readonly verdict: Verdict | null;
  readonly label: number | null;
  readonly attempts: number;
  readonly check_at: Date | null;
}

const PUBLICATION_FACTS = [
  ...['number', 'kind', 'category', 'category_name', 'category_codes', 'area_path', 'area_name', 'state', 'lamp'],
  ...['result_at', 'wish_at', 'result_step', 'comment_step', 'solved', 'stars', 'handler', 'photo_ids', 'version'],
];
const STEP_FACTS = [
  ...['type', 'to_state', 'at', 'actor', 'by_resident', 'title', 'words'],
  ...['revision', 'moderation', 'verdict', 'label', 'attempts', 'check_at'],
];

const upsert = (table: string, keys: readonly string[], facts: readonly string[]): string =>
  `INSERT INTO ${table} (${[...keys, ...facts].join(', ')})
   SELECT ${[...keys, ...facts].join(', ')} FROM jsonb_populate_recordset(NULL::${table}, $1::jsonb)
   ON CONFLICT (${keys.join(', ')}) DO UPDATE SET ${facts.map((fact) => `${fact} = excluded.${fact}`).join(', ')}`;

// Any constant serves, as long as all our processes use the same one.
const COPY_LOCK = 727100020;

/** The public copies. Whoever changes one holds its lock. */
@Injectable()
export class PublicationsRepository {
  constructor(private readonly database: Database) {}

  /**
   * Until the end of the transaction nobody else makes or changes these copies, and what is read after this is at least
   * as new as what anybody before has read: a slower worker cannot bring back an order that has left the boards.
   */
  async lock(tx: Sql, orderIds: readonly string[]): Promise<void> {
    await tx.rows(
      `SELECT pg_advisory_xact_lock(${COPY_LOCK}, hashtext(id)) FROM (SELECT unnest($1::text[]) AS id ORDER BY id) AS ids`,
      [orderIds],
    );
  }

  find(sql: Sql, cityId: number, orderIds: readonly string[]): Promise<PublicationRow[]> {
    return sql.rows<PublicationRow>('SELECT * FROM publications WHERE city_id = $1 AND order_id = ANY($2::uuid[])', [
      cityId,
      orderIds,
    ]);
  }

  steps(sql: Sql, cityId: number, orderIds: readonly string[]): Promise<StepRow[]> {
    return sql.rows<StepRow>(
      'SELECT * FROM publication_steps WHERE city_id = $1 AND order_id = ANY($2::uuid[]) ORDER BY order_id, at, id',
      [cityId, orderIds],
    );
  }

  async save(tx: Sql, publications: readonly PublicationRow[], steps: readonly StepRow[]): Promise<void> {
    if (publications.length > 0)
      await tx.rows(upsert('publications', ['city_id', 'order_id'], PUBLICATION_FACTS), [JSON.stringify(publications)]);
    if (steps.length > 0)
      await tx.rows(upsert('publication_steps', ['city_id', 'order_id', 'id'], STEP_FACTS), [JSON.stringify(steps)]);
  }

  /** With their steps. */
  async remove(tx: Sql, cityId: number, orderIds: readonly string[]): Promise<PublicationRow[]> {
    if (orderIds.length === 0) return [];
    return tx.rows<PublicationRow>(
      'DELETE FROM publications WHERE city_id = $1 AND order_id = ANY($2::uuid[]) RETURNING *',
      [cityId, orderIds],
    );
  }

  /** Newest orders first; one row more than `limit`. */
  list(
    cityId: number,
    areaPaths: readonly string[],
    moderation: Moderation | undefined,
    before: string | undefined,
    limit: number,
  ): Promise<PublicationRow[]> {
    const where = new Conditions()
      .add('city_id = ?', cityId)
      .addIf('order_id < ?::uuid', before)
      .addAny(withinPath('area_path'), areaPaths);
    const unpassed = `SELECT order_id FROM publication_steps s WHERE s.city_id = $1 AND s.moderation <> 'passed'`;
    const words =
      moderation === undefined
        ? ''
        : moderation === 'passed'
          ? `AND order_id NOT IN (${unpassed})`
          : `AND order_id IN (${unpassed} AND s.moderation = ${where.placeholder(moderation)})`;
    return this.database.rows<PublicationRow>(
      `SELECT * FROM publications WHERE ${where.sql} ${words} ORDER BY order_id DESC LIMIT ${where.placeholder(limit + 1)}`,
      where.values,
    );
  }

  async decide(
    tx: Sql,
    publication: PublicationRow,
    steps: readonly StepRow[],
    decisions: readonly Omit<PublicationDecisionEntity, 'at'>[],
  ): Promise<void> {
    await this.save(tx, [{ ...publication, version: publication.version + 1 }], steps);
    await this.note(tx, decisions);
  }

  /** Who decided what, by which post, and why. */
  async note(tx: Sql, decisions: readonly Omit<PublicationDecisionEntity, 'at'>[]): Promise<void> {
    await tx.rows(
      `INSERT INTO publication_decisions (city_id, id, order_id, step_id, action, person_id, post_id, reason)
       SELECT "cityId", id, "orderId", "stepId", action, "personId", "postId", reason
         FROM jsonb_to_recordset($1::jsonb) AS d ("cityId" int, id uuid, "orderId" uuid, "stepId" uuid, action text,
              "personId" uuid, "postId" uuid, reason text)`,
      [JSON.stringify(decisions)],
    );
  }
}
