import { Injectable } from '@nestjs/common';
import { Database, type Sql, type Transaction } from '../platform/database/database.js';
import type { Moderation } from './file.entity.js';

export interface FileRow {
  readonly city_id: number;
  readonly id: string;
  readonly owner_id: string;
  readonly sha256: string;
  readonly width: number;
  readonly height: number;
  readonly bytes: number;
  readonly subject_type: string | null;
  readonly subject_id: string | null;
  readonly moderation: Moderation;
  readonly published_at: Date | null;
}

export type NewFile = Pick<FileRow, 'city_id' | 'id' | 'owner_id' | 'sha256' | 'width' | 'height' | 'bytes'>;

/** What a photo belongs to: `{ type: 'order', id }`. */
export interface Subject {
  readonly type: string;
  readonly id: string;
}

export type UnusedFile = Pick<FileRow, 'city_id' | 'id' | 'sha256'>;

const UNUSED = `(removed_at IS NOT NULL OR (subject_id IS NULL AND created_at < now() - interval '24 hours'))`;
const contentLock = (cityId: number, sha256: string): string => `files/${cityId}/${sha256}`;

@Injectable()
export class FilesRepository {
  constructor(private readonly database: Database) {}

  /**
   * Waits while the same content is being removed (see `lockContent`): from here on the row protects it, so that the
   * bytes written after this stay.
   */
  async insert(file: NewFile): Promise<void> {
    await this.database.rows(
      `WITH turn AS MATERIALIZED (SELECT pg_advisory_xact_lock_shared(hashtextextended($8, 0)))
       INSERT INTO files (city_id, id, owner_id, sha256, width, height, bytes)
       SELECT $1::int, $2::uuid, $3::uuid, $4, $5::int, $6::int, $7::int FROM turn`,
      [
        file.city_id,
        file.id,
        file.owner_id,
        file.sha256,
        file.width,
        file.height,
        file.bytes,
        contentLock(file.city_id, file.sha256),
      ],
    );
  }

  async countOfOwnerSince(cityId: number, ownerId: string, since: Date): Promise<number> {
    const row = await this.database.first<{ count: number }>(
      'SELECT count(*) FROM files WHERE city_id = $1 AND owner_id = $2 AND created_at >= $3',
      [cityId, ownerId, since],
    );
    return row?.count ?? 0;
  }

  find(cityId: number, ids: readonly string[], sql: Sql = this.database): Promise<FileRow[]> {
    return sql.rows<FileRow>(
      `SELECT city_id, id, owner_id, sha256, width, height, bytes, subject_type, subject_id, moderation, published_at
         FROM files WHERE city_id = $1 AND id = ANY($2::uuid[]) AND removed_at IS NULL`,
      [cityId, ids],
    );
  }

  /**
   * Ties the owner's photos to a subject unless another one has them. Rows are locked in one order, so that two
   * claims of the same photos wait for each other instead of blocking each other. Answers with the ids that are tied now.
   */
  async attach(tx: Sql, cityId: number, ownerId: string, ids: readonly string[], subject: Subject): Promise<string[]> {
    const rows = await tx.rows<{ id: string }>(
      `WITH free AS (
         SELECT id FROM files
          WHERE city_id = $1 AND id = ANY($2::uuid[]) AND owner_id = $3 AND removed_at IS NULL
            AND (subject_id IS NULL OR (subject_type = $4 AND subject_id = $5::uuid))
          ORDER BY id FOR UPDATE
       )
       UPDATE files f SET subject_type = $4, subject_id = $5::uuid FROM free WHERE f.city_id = $1 AND f.id = free.id
       RETURNING f.id`,
      [cityId, ids, ownerId, subject.type, subject.id],
    );
    return rows.map(({ id }) => id);
  }

  async setPublished(tx: Sql, cityId: number, { type, id }: Subject, fileIds: readonly string[]): Promise<void> {
    await tx.rows(
      `UPDATE files SET published_at = CASE WHEN id = ANY($4::uuid[]) THEN coalesce(published_at, now()) END
        WHERE city_id = $1 AND subject_id = $2::uuid AND subject_type = $3 AND removed_at IS NULL`,
      [cityId, id, type, fileIds],
    );
  }

  async setModeration(tx: Sql, cityId: number, fileIds: readonly string[], moderation: Moderation): Promise<void> {
    await tx.rows('UPDATE files SET moderation = $3 WHERE city_id = $1 AND id = ANY($2::uuid[])', [
      cityId,
      fileIds,
      moderation,
    ]);
  }

  async markRemoved(tx: Sql, cityId: number, { type, id }: Subject): Promise<void> {
    await tx.rows(
      `UPDATE files SET removed_at = now()
        WHERE city_id = $1 AND subject_id = $2::uuid AND subject_type = $3 AND removed_at IS NULL`,
      [cityId, id, type],
    );
  }

  unused(limit: number): Promise<UnusedFile[]> {
    return this.database.rows<UnusedFile>(
      `SELECT city_id, id, sha256 FROM files WHERE ${UNUSED} ORDER BY created_at LIMIT ${limit}`,
    );
  }

  /** Until the end of the transaction nobody else begins to use this content. Must be the transaction's first statement. */
  async lockContent(tx: Transaction, { city_id, sha256 }: UnusedFile): Promise<void> {
    await tx.rows('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [contentLock(city_id, sha256)]);
  }

  /** False when somebody claimed or deleted it in the meantime. */
  async deleteUnused(tx: Transaction, { city_id, id }: UnusedFile): Promise<boolean> {
    return (await tx.count(`DELETE FROM files WHERE city_id = $1 AND id = $2 AND ${UNUSED}`, [city_id, id])) > 0;
  }

  async contentIsUsed(tx: Transaction, { city_id, sha256 }: UnusedFile): Promise<boolean> {
    return (
      (await tx.first('SELECT 1 FROM files WHERE city_id = $1 AND sha256 = $2 LIMIT 1', [city_id, sha256])) !== null
    );
  }
}
