import { Injectable } from '@nestjs/common';
import { Conditions, withinPath } from '../platform/database/conditions.js';
import { Database, type Sql } from '../platform/database/database.js';
import type { MatterEventRow, MatterRow, ReadMatterRow } from './matter-row.js';

/** A part of what somebody may see: an area by their office, or what is their own. */
export type MatterBranch =
  | { readonly areaPath: string; readonly stepRole: string | null }
  /** @param receivesIn where what they wrote down for others is theirs too */
  | { readonly ownerId: string; readonly receivesIn: readonly string[] };

export interface MatterFilter {
  readonly states?: readonly string[] | undefined;
  readonly template?: string | undefined;
  readonly areaPath?: string | undefined;
  readonly overdue?: boolean | undefined;
  readonly afterId?: string | undefined;
}

/** Whether the current step's time is up, by the database's clock. Papers that are waited for excuse no miss before. */
const OVERDUE = `(m.ended_at IS NULL AND (d.state = 'missed' OR (d.state = 'running' AND d.due_at <= now())))`;

const READ = `SELECT m.*, d.due_at, d.why, d.provisional, ${OVERDUE} AS overdue,
       (SELECT a.name FROM areas a WHERE a.city_id = m.city_id AND a.path = m.area_path) AS area_name,
       (SELECT p.name FROM persons p WHERE p.city_id = m.city_id AND p.id = m.applicant_id) AS applicant_name
  FROM matters m JOIN deadlines d ON d.city_id = m.city_id AND d.id = m.deadline_id`;

@Injectable()
export class MattersRepository {
  constructor(private readonly database: Database) {}

  load(cityId: number, id: string): Promise<MatterRow | null> {
    return this.database.first<MatterRow>('SELECT * FROM matters WHERE city_id = $1 AND id = $2', [cityId, id]);
  }

  read(cityId: number, id: string): Promise<ReadMatterRow | null> {
    return this.database.first<ReadMatterRow>(`${READ} WHERE m.city_id = $1 AND m.id = $2`, [cityId, id]);
  }

  events(cityId: number, matterId: string): Promise<MatterEventRow[]> {
    return this.database.rows<MatterEventRow>(
      `SELECT e.id, e.version, e.action, e.to_state, e.from_step, e.to_step, e.words, e.actor_id, p.name AS actor_name, e.post_name, e.at,
              d.due_at, (d.state = 'missed' OR (d.state = 'running' AND d.due_at <= now())) AS late
         FROM matter_events e
         LEFT JOIN persons p ON p.city_id = e.city_id AND p.id = e.actor_id
         LEFT JOIN deadlines d ON d.city_id = e.city_id AND d.id = e.deadline_id
        WHERE e.city_id = $1 AND e.matter_id = $2 ORDER BY e.id LIMIT 500`,
      [cityId, matterId],
    );
  }

  /** Newest first; one row more than `limit`. Each branch reads from its own index before they are put together. */
  list(
    cityId: number,
    branches: readonly MatterBranch[],
    filter: MatterFilter,
    limit: number,
  ): Promise<ReadMatterRow[]> {
    const where = new Conditions().add('m.city_id = ?', cityId);
    if (filter.states) where.add('m.state = ANY(?::text[])', filter.states);
    where.addIf('m.template = ?', filter.template).addIf(withinPath('m.area_path'), filter.areaPath);
    where.addIf('m.id < ?::uuid', filter.afterId);
    if (filter.overdue !== undefined) where.add(`${OVERDUE} = ?`, filter.overdue);
    const most = where.placeholder(limit + 1);
    const parts = branches.map(
      (branch) => `(${READ} WHERE ${where.sql} AND ${branchSql(branch, where)} ORDER BY m.id DESC LIMIT ${most})`,
    );
    return this.database.rows<ReadMatterRow>(
      `SELECT DISTINCT ON (id) * FROM (${parts.join(' UNION ALL ')}) u ORDER BY id DESC LIMIT ${most}`,
      where.values,
    );
  }

  async personExists(cityId: number, id: string): Promise<boolean> {
    const row = await this.database.first(
      'SELECT 1 FROM persons WHERE city_id = $1 AND id = $2 AND erased_at IS NULL',
      [cityId, id],
    );
    return row !== null;
  }

  /** Marks the steps whose clocks ran out, writes it into their history, and announces it: one statement for a batch. */
  async miss(tx: Sql, cityId: number, topic: string, misses: readonly MissedStep[]): Promise<void> {
    await tx.rows(
      `WITH missed AS (
         SELECT * FROM jsonb_to_recordset($2::jsonb) AS t (deadline_id uuid, due_at timestamptz, event_id uuid, outbox_id uuid)
       ), marked AS (
         UPDATE matters m SET missed_at = t.due_at FROM missed t
          WHERE m.city_id = $1::int AND m.deadline_id = t.deadline_id AND m.ended_at IS NULL AND m.missed_at IS NULL
         RETURNING m.id, m.version, m.state, m.step, m.area_path, t.due_at, t.event_id, t.outbox_id
       ), history AS (
         INSERT INTO matter_events (city_id, id, matter_id, version, action, from_state, to_state, from_step, to_step, at)
         SELECT $1::int, event_id, id, version, 'missed', state, state, step, step, due_at FROM marked
       )
       INSERT INTO outbox (city_id, id, topic, payload)
       SELECT $1::int, outbox_id, $3, jsonb_build_object('matterId', id, 'areaPath', area_path) FROM marked`,
      [cityId, JSON.stringify(misses), topic],
    );
  }
}

interface MissedStep {
  readonly deadline_id: string;
  readonly due_at: Date;
  readonly event_id: string;
  readonly outbox_id: string;
}

function branchSql(branch: MatterBranch, where: Conditions): string {
  if ('ownerId' in branch) {
    const me = where.placeholder(branch.ownerId);
    const within = branch.receivesIn.map((path) => `(${withinPath('m.area_path', where.placeholder(path))})`);
    const written = within.length > 0 ? ` OR (m.created_by_id = ${me} AND (${within.join(' OR ')}))` : '';
    return `(m.applicant_id = ${me}${written})`;
  }
  const within = withinPath('m.area_path', where.placeholder(branch.areaPath));
  if (branch.stepRole === null) return within;
  return `${within} AND m.steps @> ${where.placeholder(JSON.stringify([{ role: branch.stepRole }]))}::jsonb`;
}
