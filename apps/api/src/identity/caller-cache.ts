import type { Post, PostScope, Role } from '@linshao/domain';
import { Injectable } from '@nestjs/common';
import { type Caller, CallerSource } from '../platform/auth/caller.js';
import { Database } from '../platform/database/database.js';

/** How long another process may still believe what this one has just changed. */
const TRUSTED_MS = 3_000;
const MOST_PERSONS = 20_000;

interface Entry {
  readonly until: number;
  readonly caller: Promise<Caller | null>;
}

interface PostRow {
  readonly id: string;
  readonly role: Role;
  readonly name: string;
  readonly scope_type: PostScope['type'];
  readonly scope_id: string;
  readonly area_path: string;
  readonly valid_from: string;
  readonly valid_to: string | null;
}

/** Who a session belongs to, with the posts that may count soon: one query, shared by the requests of three seconds. */
@Injectable()
export class CallerCache extends CallerSource {
  /** By person, then session; a person's entries go together when something about them changes. */
  private readonly persons = new Map<string, Map<string, Entry>>();

  constructor(private readonly database: Database) {
    super();
  }

  load(cityId: number, personId: string, sessionId: string): Promise<Caller | null> {
    const now = performance.now();
    const known = this.persons.get(personId)?.get(sessionId);
    if (known && known.until > now) return known.caller;
    const caller = this.query(cityId, personId, sessionId);
    this.keep(personId, sessionId, { until: now + TRUSTED_MS, caller });
    // Waiting requests get the error; the next one asks again.
    caller.catch(() => this.forget(personId));
    return caller;
  }

  /** To be called after the commit of anything that changes a person's posts, sessions or right to sign in. */
  forget(personId: string): void {
    this.persons.delete(personId);
  }

  private keep(personId: string, sessionId: string, entry: Entry): void {
    const sessions = this.persons.get(personId) ?? new Map<string, Entry>();
    for (const [id, { until }] of sessions) if (until <= performance.now()) sessions.delete(id);
    sessions.set(sessionId, entry);
    // Re-inserted at the end: the first key is whoever has been quiet longest.
    this.persons.delete(personId);
    this.persons.set(personId, sessions);
    if (this.persons.size <= MOST_PERSONS) return;
    const [quietest] = this.persons.keys();
    if (quietest !== undefined) this.persons.delete(quietest);
  }

  private async query(cityId: number, personId: string, sessionId: string): Promise<Caller | null> {
    const row = await this.database.first<{ posts: PostRow[]; home: string | null }>(
      `SELECT coalesce((
                SELECT json_agg(json_build_object('id', o.id, 'role', o.role, 'name', o.name, 'scope_type', o.scope_type,
                         'scope_id', o.scope_id, 'area_path', o.area_path, 'valid_from', o.valid_from, 'valid_to', o.valid_to)
                       ORDER BY o.valid_from, o.id)
                  FROM posts o
                 WHERE o.city_id = s.city_id AND o.person_id = s.person_id
                   AND o.valid_from <= now() + interval '1 minute' AND (o.valid_to IS NULL OR o.valid_to > now())), '[]') AS posts,
              (SELECT a.path FROM person_areas h JOIN areas a ON a.city_id = h.city_id AND a.id = h.area_id
                WHERE h.city_id = s.city_id AND h.person_id = s.person_id
                ORDER BY h.reason = 'resident' DESC, h.since DESC LIMIT 1) AS home
         FROM sessions s JOIN persons p ON p.city_id = s.city_id AND p.id = s.person_id
        WHERE s.city_id = $1 AND s.id = $2 AND s.person_id = $3
          AND s.revoked_at IS NULL AND s.expires_at > now() AND p.disabled_at IS NULL AND p.erased_at IS NULL`,
      [cityId, sessionId, personId],
    );
    if (!row) return null;
    const posts = row.posts.map(toPost);
    const homeAreaPath = row.home ?? posts[0]?.scope.areaPath ?? null;
    return { cityId, personId, sessionId, homeAreaPath, actor: { type: 'person', personId, posts } };
  }
}

function toPost(row: PostRow): Post {
  return {
    id: row.id,
    role: row.role,
    name: row.name,
    scope: scopeOf(row),
    from: new Date(row.valid_from),
    to: row.valid_to === null ? null : new Date(row.valid_to),
  };
}

function scopeOf({ scope_type: type, scope_id: id, area_path: areaPath }: PostRow): PostScope {
  switch (type) {
    case 'area':
      return { type, areaId: id, areaPath };
    case 'unit':
      return { type, unitId: id, areaPath };
    case 'party':
      return { type, partyOrganisationId: id, areaPath };
  }
}
