import { mayAppoint, type PostScope, type Role, ROLE_NAMES } from '@linshao/domain';
import { Injectable } from '@nestjs/common';
import type { Caller } from '../platform/auth/caller.js';
import { Clock } from '../platform/clock/clock.js';
import type { Transaction } from '../platform/database/database.js';
import { outboxRow } from '../platform/events/event.js';
import { nextId } from '../platform/ids.js';
import type { ImportRow, RowOutcomes } from '../platform/imports/row-outcomes.js';
import { AreaReferencesRepository } from './area-references.repository.js';
import { postsChanged } from './organisation.events.js';
import { type PlaceByCode, PostImportsRepository, type PostSpan } from './post-imports.repository.js';
import { postScope } from './post-scope.js';
import type { NewPost } from './posts.repository.js';

export type PostImportRow = ImportRow<{
  readonly personId: string;
  readonly role: Role;
  readonly scopeType: PostScope['type'];
  /** Code of the unit or party organisation, or reference of the area. */
  readonly scope: string;
  readonly postName: string | null;
  /** First moment; null: from now on. */
  readonly from: Date | null;
  /** First moment at which it no longer counts; null: open-ended. */
  readonly to: Date | null;
}>;

type Places = Readonly<Record<PostScope['type'], ReadonlyMap<string, PlaceByCode>>>;

/** Posts from a sheet, by the same rules as appointing one by one. */
@Injectable()
export class PostImportService {
  constructor(
    private readonly posts: PostImportsRepository,
    private readonly references: AreaReferencesRepository,
    private readonly clock: Clock,
  ) {}

  /** The post to write by row number, or null where the person holds it already; rows that are refused are missing. */
  async match(
    tx: Transaction,
    caller: Caller,
    rows: readonly PostImportRow[],
    outcomes: RowOutcomes,
  ): Promise<Map<number, NewPost | null>> {
    const places = await this.placesOf(tx, caller.cityId, rows);
    const held = await this.posts.held(
      tx,
      caller.cityId,
      rows.map(({ personId }) => personId),
    );
    const matches = new Map<number, NewPost | null>();
    for (const row of rows) {
      const place = places[row.scopeType].get(row.scope);
      const post = place && this.postOf(caller, row, place);
      if (!post)
        outcomes.refuse(row, '任职处代码', 'post.scope_not_found', '没有这个区域、单位或党组织，请核对类型和代码');
      else if (this.mayHold(caller, row, post, outcomes)) {
        const same = held.find((span) => overlaps(span, post));
        if (!same) matches.set(row.row, post);
        else if (same.to === null || same.to > this.clock.now()) matches.set(row.row, null);
        else
          outcomes.refuse(
            row,
            '开始日期',
            'post.ended',
            '这段时间已任过这个岗位并已结束；要重新任命，请把开始日期改到结束之后',
          );
      }
    }
    return matches;
  }

  async write(tx: Transaction, { cityId, personId }: Caller, posts: readonly NewPost[]): Promise<void> {
    if (posts.length === 0) return;
    await this.posts.insert(tx, cityId, posts);
    const change = { postIds: posts.map(({ id }) => id), change: 'appointed', byPersonId: personId } as const;
    await tx.rows(outboxRow(postsChanged, cityId, change, '(SELECT 1) AS always'));
  }

  private mayHold(caller: Caller, row: PostImportRow, post: NewPost, outcomes: RowOutcomes): boolean {
    const scope = postScope(post.scopeType, post.scopeId, post.areaPath);
    const decision = mayAppoint(caller.actor, { personId: row.personId, role: row.role, scope }, this.clock.now());
    if (!decision.ok) outcomes.refuse(row, '岗位', decision.code, decision.title);
    else if (row.role === 'unit_responder' && row.scopeType !== 'unit') {
      outcomes.refuse(row, '任职类型', 'post.needs_unit', '单位联络人要任在具体单位');
    } else if (post.to && post.to <= post.from)
      outcomes.refuse(row, '结束日期', 'post.period', '结束日期应在开始日期之后');
    else return true;
    return false;
  }

  private postOf(caller: Caller, row: PostImportRow, place: PlaceByCode): NewPost {
    return {
      id: nextId(),
      personId: row.personId,
      role: row.role,
      name: row.postName ?? `${place.name}${ROLE_NAMES[row.role]}`,
      scopeType: row.scopeType,
      scopeId: place.id,
      areaPath: place.areaPath,
      from: row.from ?? this.clock.now(),
      to: row.to,
      createdBy: caller.personId,
    };
  }

  private async placesOf(tx: Transaction, cityId: number, rows: readonly PostImportRow[]): Promise<Places> {
    const codes = (type: PostScope['type']): string[] =>
      rows.filter(({ scopeType }) => scopeType === type).map(({ scope }) => scope);
    const areas = await this.references.find(tx, cityId, codes('area'));
    return {
      area: new Map([...areas].map(([reference, area]) => [reference, { ...area, areaPath: area.path }])),
      unit: await this.posts.places(tx, cityId, 'unit', codes('unit')),
      party: await this.posts.places(tx, cityId, 'party', codes('party')),
    };
  }
}

const overlaps = (span: PostSpan, post: NewPost): boolean =>
  span.personId === post.personId &&
  span.role === post.role &&
  span.scopeId === post.scopeId &&
  (span.to === null || span.to > post.from) &&
  (post.to === null || span.from < post.to);
