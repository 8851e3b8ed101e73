import { Injectable } from '@nestjs/common';
import { Database, type Sql } from '../platform/database/database.js';

/** A photo WeChat is to be asked about. */
export interface WaitingPhoto {
  readonly city_id: number;
  readonly file_id: string;
  readonly attempts: number;
  /** Null: its sender is not known to WeChat any more. */
  readonly open_id: string | null;
}

export interface CheckedPhoto {
  readonly id: string;
  readonly moderation: 'pending' | 'passed' | 'refused';
  readonly verdict: string | null;
  readonly label: number | null;
}

const LEASE_SECONDS = 60;
const OPEN_ID = `(SELECT l.subject FROM logins l WHERE l.city_id = f.city_id AND l.person_id = f.owner_id
   AND l.provider = 'wechat' AND l.void_at IS NULL ORDER BY l.created_at DESC LIMIT 1)`;

@Injectable()
export class MediaChecksRepository {
  constructor(private readonly database: Database) {}

  /** Photos nobody has judged, of senders WeChat knows; again changes nothing. */
  async want(sql: Sql, cityId: number, fileIds: readonly string[]): Promise<void> {
    await sql.rows(
      `INSERT INTO media_checks (city_id, file_id, check_at)
       SELECT f.city_id, f.id, now() FROM files f
        WHERE f.city_id = $1 AND f.id = ANY($2::uuid[]) AND f.moderation = 'pending' AND f.removed_at IS NULL
          AND ${OPEN_ID} IS NOT NULL
       ON CONFLICT (city_id, file_id) DO NOTHING`,
      [cityId, fileIds],
    );
  }

  /** Of these the photos WeChat has no say in: never asked, or it could not answer. */
  async leftToPeople(sql: Sql, cityId: number, fileIds: readonly string[]): Promise<string[]> {
    const rows = await sql.rows<{ id: string }>(
      `SELECT f.id FROM files f LEFT JOIN media_checks c ON c.city_id = f.city_id AND c.file_id = f.id
        WHERE f.city_id = $1 AND f.id = ANY($2::uuid[]) AND f.moderation = 'pending'
          AND (c.file_id IS NULL OR c.verdict = 'unchecked')`,
      [cityId, fileIds],
    );
    return rows.map(({ id }) => id);
  }

  /** Takes what is due for this worker; what was deleted meanwhile is forgotten. */
  async lease(limit: number): Promise<WaitingPhoto[]> {
    await this.database.rows(
      `DELETE FROM media_checks c WHERE c.check_at <= now() AND NOT EXISTS (
         SELECT 1 FROM files f WHERE f.city_id = c.city_id AND f.id = c.file_id AND f.removed_at IS NULL)`,
    );
    return this.database.rows<WaitingPhoto>(
      `WITH due AS (
         SELECT city_id, file_id FROM media_checks WHERE check_at <= now() ORDER BY check_at LIMIT $1 FOR UPDATE SKIP LOCKED
       )
       UPDATE media_checks c SET check_at = now() + make_interval(secs => ${LEASE_SECONDS}), attempts = attempts + 1
         FROM due JOIN files f ON f.city_id = due.city_id AND f.id = due.file_id
        WHERE c.city_id = due.city_id AND c.file_id = due.file_id
        RETURNING c.city_id, c.file_id, c.attempts, ${OPEN_ID} AS open_id`,
      [limit],
    );
  }

  /** Asked under this trace id; asked again after so long without an answer. */
  async asked({ city_id, file_id }: WaitingPhoto, traceId: string, seconds: number): Promise<void> {
    await this.database.rows(
      `UPDATE media_checks SET trace_id = $3, check_at = now() + make_interval(secs => $4)
        WHERE city_id = $1 AND file_id = $2 AND settled_at IS NULL`,
      [city_id, file_id, traceId, seconds],
    );
  }

  async postpone(cityId: number, fileId: string, seconds: number): Promise<void> {
    await this.database.rows(
      `UPDATE media_checks SET check_at = now() + make_interval(secs => $3)
        WHERE city_id = $1 AND file_id = $2 AND settled_at IS NULL`,
      [cityId, fileId, seconds],
    );
  }

  byTrace(
    sql: Sql,
    traceId: string,
  ): Promise<{ city_id: number; file_id: string; attempts: number; settled: boolean } | null> {
    return sql.first(
      'SELECT city_id, file_id, attempts, settled_at IS NOT NULL AS settled FROM media_checks WHERE trace_id = $1 FOR UPDATE',
      [traceId],
    );
  }

  async settle(sql: Sql, cityId: number, fileId: string, verdict: string, label: number | null): Promise<void> {
    await sql.rows(
      `UPDATE media_checks SET verdict = $3, label = $4::int, check_at = NULL, settled_at = now()
        WHERE city_id = $1 AND file_id = $2`,
      [cityId, fileId, verdict, label],
    );
  }

  /** Whether somebody who published it has looked at the photo. */
  async isPublished(sql: Sql, cityId: number, fileId: string): Promise<boolean> {
    const row = await sql.first(
      'SELECT 1 FROM files WHERE city_id = $1 AND id = $2 AND published_at IS NOT NULL AND removed_at IS NULL',
      [cityId, fileId],
    );
    return row !== null;
  }

  photos(sql: Sql, cityId: number, fileIds: readonly string[]): Promise<CheckedPhoto[]> {
    return sql.rows<CheckedPhoto>(
      `SELECT f.id, f.moderation, c.verdict, c.label FROM files f
         LEFT JOIN media_checks c ON c.city_id = f.city_id AND c.file_id = f.id
        WHERE f.city_id = $1 AND f.id = ANY($2::uuid[]) AND f.removed_at IS NULL ORDER BY f.id`,
      [cityId, fileIds],
    );
  }
}
