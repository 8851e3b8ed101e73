import { activePosts, mayAppoint, type Role, ROLE_NAMES, rolesOver } from '@linshao/domain';
import { Injectable } from '@nestjs/common';
import { type Caller, CallerSource } from '../platform/auth/caller.js';
import { Clock } from '../platform/clock/clock.js';
import { Database } from '../platform/database/database.js';
import { isViolation } from '../platform/database/violation.js';
import { outboxRow } from '../platform/events/event.js';
import { OutboxWaker } from '../platform/events/outbox.jobs.js';
import { decodeCursor, isId, pageOf } from '../platform/http/cursor.js';
import { notFound, Problem, problemOf } from '../platform/http/problem.js';
import { nextId } from '../platform/ids.js';
import { AreaChangesRepository } from './area-changes.repository.js';
import { existing } from './area-problems.js';
import { AreasRepository } from './areas.repository.js';
import { postsChanged } from './organisation.events.js';
import { PostGrants } from './post-grants.service.js';
import { postScope } from './post-scope.js';
import type { AppointDto, PostDto, PostListQueryDto, PostPageDto } from './posts.dto.js';
import { type PostRow, PostsRepository } from './posts.repository.js';

/** Who may see who holds which post, within their own areas. */
export const OVERSEERS = ['administrator', 'secretary', 'supervisor', 'dispatcher'] as const satisfies readonly Role[];
const isOverseer = (role: Role): boolean => OVERSEERS.some((overseer) => overseer === role);

const postNotFound = (): Problem => notFound('post.not_found', '没有找到这个岗位，或您无权查看');

/** Posts 岗位: who does what, where and for how long. Every right in the system follows from them. */
@Injectable()
export class PostsService {
  constructor(
    private readonly database: Database,
    private readonly posts: PostsRepository,
    private readonly areas: AreasRepository,
    private readonly changes: AreaChangesRepository,
    private readonly grants: PostGrants,
    private readonly callers: CallerSource,
    private readonly waker: OutboxWaker,
    private readonly clock: Clock,
  ) {}

  async list({ cityId, actor }: Caller, query: PostListQueryDto): Promise<PostPageDto> {
    const { areaId, personId, scopeId, role, history, limit } = query;
    const now = this.clock.now();
    const cursor = decodeCursor(query.cursor, [isId]);
    const area = areaId === undefined ? null : existing(await this.areas.byId(cityId, areaId));
    if (area && ![...rolesOver(actor, area.path, now)].some(isOverseer)) {
      throw new Problem(403, 'area.beyond_yours', '这里不在您管理的范围内，请联系上级管理员');
    }
    const overseen = activePosts(actor, now).filter((post) => isOverseer(post.role));
    const rows = await this.posts.list(
      cityId,
      {
        within: area ? [area.path] : overseen.map((post) => post.scope.areaPath),
        personId,
        scopeId,
        role,
        endsAfter: history ? null : now,
        afterId: cursor ? String(cursor[0]) : undefined,
      },
      limit,
    );
    return pageOf(
      rows,
      limit,
      (row) => this.viewOf(row, now),
      ({ id }) => [id],
    );
  }

  /** @throws Problem 404 for a post outside the caller's areas too. */
  async show({ cityId, actor }: Caller, id: string): Promise<PostDto> {
    const now = this.clock.now();
    const post = await this.posts.byId(cityId, id);
    if (!post || ![...rolesOver(actor, post.areaPath, now)].some(isOverseer)) throw postNotFound();
    return this.viewOf(post, now);
  }

  async appoint(caller: Caller, { personId, role, scope: wanted, ...input }: AppointDto): Promise<PostDto> {
    const { cityId, actor } = caller;
    const now = this.clock.now();
    const from = input.from ?? now;
    const to = input.to ?? null;
    if (to && to <= from) throw new Problem(422, 'post.period', '结束时间应晚于开始时间');
    const id = nextId();
    await this.database.transaction(async (tx) => {
      await this.changes.lockTree(tx, cityId, 'shared');
      const place = await this.posts.place(tx, cityId, wanted.type, wanted.id);
      if (!place) throw notFound('post.scope_not_found', '没有找到要任职的区域、单位或党组织，请核对编号');
      const decision = mayAppoint(
        actor,
        { personId, role, scope: postScope(wanted.type, wanted.id, place.areaPath) },
        now,
      );
      if (!decision.ok) throw problemOf(decision);
      if (role === 'unit_responder' && wanted.type !== 'unit') {
        throw new Problem(422, 'post.needs_unit', '单位联络人要任在具体单位，请选择单位');
      }
      if (!(await this.posts.personExists(tx, cityId, personId))) {
        throw new Problem(422, 'post.person_unknown', '没有找到这个人，请先为其登记');
      }
      const post = {
        id,
        personId,
        role,
        name: input.name ?? `${place.name}${ROLE_NAMES[role]}`,
        from,
        to,
        createdBy: caller.personId,
      };
      try {
        await this.posts.insert(tx, cityId, {
          ...post,
          scopeType: wanted.type,
          scopeId: wanted.id,
          areaPath: place.areaPath,
        });
      } catch (error) {
        if (!isViolation(error, 'exclusion', 'posts_once')) throw error;
        throw new Problem(409, 'post.already_held', '这个人在这段时间已经担任这个岗位，不用重复任命');
      }
      await tx.rows(
        outboxRow(
          postsChanged,
          cityId,
          { postIds: [id], change: 'appointed', byPersonId: caller.personId },
          '(SELECT 1) AS always',
        ),
      );
    });
    return this.changed(caller, id, [personId]);
  }

  /** Takes effect at once: the person's next request no longer has the post, nor has whoever stands in. It stays as history. */
  async end(caller: Caller, id: string): Promise<PostDto> {
    const { cityId, actor } = caller;
    const now = this.clock.now();
    const persons = await this.database.transaction(async (tx) => {
      const post = await this.posts.byId(cityId, id, tx, true);
      if (!post) throw postNotFound();
      const { role, areaPath } = post;
      const decision = mayAppoint(
        actor,
        { personId: post.personId, role, scope: postScope(post.scopeType, post.scopeId, areaPath) },
        now,
      );
      if (!decision.ok) throw problemOf(decision);
      if (post.to && post.to <= now) throw new Problem(409, 'post.ended', '这个岗位已经结束了');
      return this.grants.end(tx, cityId, [id], now, caller.personId);
    });
    return this.changed(caller, id, persons);
  }

  private async changed({ cityId }: Caller, id: string, personIds: readonly string[]): Promise<PostDto> {
    for (const personId of personIds) this.callers.forget(personId);
    this.waker.wake();
    const post = await this.posts.byId(cityId, id);
    if (!post) throw postNotFound();
    return this.viewOf(post, this.clock.now());
  }

  private viewOf(post: PostRow, now: Date): PostDto {
    return {
      id: post.id,
      person: { id: post.personId, name: post.personName },
      role: post.role,
      roleName: ROLE_NAMES[post.role],
      name: post.name,
      scope: { type: post.scopeType, id: post.scopeId, code: post.scopeCode, name: post.scopeName },
      areaPath: post.areaPath,
      from: post.from,
      to: post.to,
      current: post.from <= now && (post.to === null || post.to > now),
    };
  }
}
