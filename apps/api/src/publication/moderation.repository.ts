import { Injectable } from '@nestjs/common';
import { Database, type Sql } from '../platform/database/database.js';
import type { StepRow } from './publications.repository.js';

/** Words waiting for WeChat's word, with whose they are. */
export interface WaitingStep {
  readonly city_id: number;
  readonly order_id: string;
  readonly id: string;
  readonly revision: string;
  readonly title: string | null;
  readonly words: string | null;
  readonly attempts: number;
  readonly is_resident: boolean;
  readonly invented: boolean;
  readonly open_id: string | null;
}

/** How long a worker may take over one batch before another one asks again. */
const LEASE_SECONDS = 60;

@Injectable()
export class ModerationRepository {
  constructor(private readonly database: Database) {}

  /** Takes what is due for this worker: nothing is held while WeChat is asked, and a worker that dies loses nothing. */
  lease(limit: number): Promise<WaitingStep[]> {
    return this.database.rows<WaitingStep>(
      `WITH due AS (
         SELECT city_id, order_id, id FROM publication_steps WHERE check_at <= now() ORDER BY check_at LIMIT $1 FOR UPDATE SKIP LOCKED
       ), taken AS (
         UPDATE publication_steps s SET check_at = now() + make_interval(secs => ${LEASE_SECONDS}), attempts = attempts + 1
           FROM due WHERE s.city_id = due.city_id AND s.order_id = due.order_id AND s.id = due.id RETURNING s.*
       ), written AS (
         SELECT t.*, d.id IS NULL AND t.by_resident AS is_resident,
                coalesce(d.person_id, (SELECT e.actor_id FROM order_events e WHERE e.city_id = t.city_id AND e.id = t.revision),
                         (SELECT o.created_by_id FROM orders o WHERE o.city_id = t.city_id AND o.id = t.revision)) AS writer_id
           FROM taken t LEFT JOIN publication_decisions d ON d.city_id = t.city_id AND d.id = t.revision
       )
       SELECT w.city_id, w.order_id, w.id, w.revision, w.title, w.words, w.attempts, w.is_resident,
              coalesce((SELECT p.invented FROM persons p WHERE p.city_id = w.city_id AND p.id = w.writer_id), false) AS invented,
              (SELECT l.subject FROM logins l WHERE l.city_id = w.city_id AND l.person_id = w.writer_id AND l.provider = 'wechat'
                ORDER BY l.created_at DESC LIMIT 1) AS open_id
         FROM written w`,
      [limit],
    );
  }

  /** False when the words changed or somebody decided in the meantime. */
  async settle(
    sql: Sql,
    step: WaitingStep,
    { moderation, verdict, label }: Pick<StepRow, 'moderation' | 'verdict' | 'label'>,
  ): Promise<boolean> {
    const settled = await sql.count(
      `UPDATE publication_steps SET moderation = $5, verdict = $6, label = $7::int, check_at = NULL
        WHERE city_id = $1 AND order_id = $2 AND id = $3 AND revision = $4 AND moderation = 'pending'`,
      [step.city_id, step.order_id, step.id, step.revision, moderation, verdict, label],
    );
    return settled > 0;
  }

  async postpone({ city_id, order_id, id }: WaitingStep, seconds: number): Promise<void> {
    await this.database.rows(
      `UPDATE publication_steps SET check_at = now() + make_interval(secs => $4)
        WHERE city_id = $1 AND order_id = $2 AND id = $3 AND moderation = 'pending'`,
      [city_id, order_id, id, seconds],
    );
  }
}
