import { Injectable } from '@nestjs/common';
import type { Sql, Transaction } from '../platform/database/database.js';
import { outboxRow } from '../platform/events/event.js';
import { postsChanged } from './organisation.events.js';
import { PostImportsRepository } from './post-imports.repository.js';
import type { NewPost } from './posts.repository.js';

export type { NewPost } from './posts.repository.js';

/** A post somebody holds or held, as far as asking whether it gives a right needs it. */
export interface HeldPost {
  readonly id: string;
  readonly personId: string;
  readonly from: Date;
  readonly to: Date | null;
}

/**
 * Posts that follow from something else (a shift, a substitution): given and ended with it, in its transaction. The
 * caller forgets the persons' cached rights after the commit.
 */
@Injectable()
export class PostGrants {
  constructor(private readonly posts: PostImportsRepository) {}

  /** @throws an exclusion error when somebody holds the same post at the same time. */
  async give(tx: Transaction, cityId: number, posts: readonly NewPost[], byPersonId: string): Promise<void> {
    if (posts.length === 0) return;
    await this.posts.insert(tx, cityId, posts);
    const postIds = posts.map(({ id }) => id);
    await tx.rows(
      outboxRow(postsChanged, cityId, { postIds, change: 'appointed', byPersonId }, '(SELECT 1) AS always'),
    );
  }

  /**
   * Ends posts, and with them whoever stands in for their holders; one that has not begun yet never will. Answers with
   * whose rights that changes.
   */
  async end(tx: Transaction, cityId: number, ids: readonly string[], at: Date, byPersonId: string): Promise<string[]> {
    if (ids.length === 0) return [];
    const ended = await tx.rows<{ id: string; person_id: string }>(
      `WITH RECURSIVE gone (id) AS (
         SELECT unnest($2::uuid[])
         UNION
         SELECT s.substitute_post_id FROM post_substitutes s JOIN gone ON s.post_id = gone.id
          WHERE s.city_id = $1 AND s.substitute_post_id IS NOT NULL AND (s.valid_to IS NULL OR s.valid_to > $3)
       ), substitutions AS (
         UPDATE post_substitutes s SET valid_to = greatest(s.valid_from, $3), ended_at = now()
          WHERE s.city_id = $1 AND (s.valid_to IS NULL OR s.valid_to > $3)
            AND (s.post_id IN (SELECT id FROM gone) OR s.substitute_post_id IN (SELECT id FROM gone))
       )
       UPDATE posts p SET valid_to = greatest(p.valid_from, $3), ended_by = $4, ended_at = now()
        WHERE p.city_id = $1 AND p.id IN (SELECT id FROM gone) AND (p.valid_to IS NULL OR p.valid_to > $3)
       RETURNING p.id, p.person_id`,
      [cityId, ids, at, byPersonId],
    );
    if (ended.length > 0) {
      const postIds = ended.map(({ id }) => id);
      await tx.rows(outboxRow(postsChanged, cityId, { postIds, change: 'ended', byPersonId }, '(SELECT 1) AS always'));
    }
    return ended.map(({ person_id }) => person_id);
  }

  /** Posts of the same office that these persons hold at any time of the period. */
  held(
    sql: Sql,
    cityId: number,
    personIds: readonly string[],
    { role, scopeType, scopeId }: Pick<NewPost, 'role' | 'scopeType' | 'scopeId'>,
    { from, to }: { readonly from: Date; readonly to: Date | null },
  ): Promise<HeldPost[]> {
    return sql.rows(
      `SELECT id, person_id AS "personId", valid_from AS "from", valid_to AS "to" FROM posts
        WHERE city_id = $1 AND person_id = ANY($2::uuid[]) AND role = $3 AND scope_type = $4 AND scope_id = $5
          AND tstzrange(valid_from, valid_to) && tstzrange($6, $7)`,
      [cityId, [...new Set(personIds)], role, scopeType, scopeId, from, to],
    );
  }

  /** Those of the persons who can be given a post at all. */
  async able(sql: Sql, cityId: number, personIds: readonly string[]): Promise<ReadonlySet<string>> {
    const rows = await sql.rows<{ id: string }>(
      'SELECT id FROM persons WHERE city_id = $1 AND id = ANY($2::uuid[]) AND disabled_at IS NULL AND erased_at IS NULL',
      [cityId, [...new Set(personIds)]],
    );
    return new Set(rows.map(({ id }) => id));
  }
}

/** Whether one held post covers the whole period. */
export const coversPeriod = (post: Pick<HeldPost, 'from' | 'to'>, from: Date, to: Date | null): boolean =>
  post.from <= from && (post.to === null || (to !== null && post.to >= to));
