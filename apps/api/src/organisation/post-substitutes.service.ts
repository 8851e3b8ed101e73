import { mayAppoint, mayName, standInName } from '@linshao/domain';
import { Injectable } from '@nestjs/common';
import { type Caller, CallerSource } from '../platform/auth/caller.js';
import { Clock } from '../platform/clock/clock.js';
import { Database, type Transaction } from '../platform/database/database.js';
import { isViolation } from '../platform/database/violation.js';
import { OutboxWaker } from '../platform/events/outbox.jobs.js';
import { decodeCursor, isId, pageOf } from '../platform/http/cursor.js';
import { notFound, Problem, problemOf } from '../platform/http/problem.js';
import { nextId } from '../platform/ids.js';
import { coversPeriod, PostGrants } from './post-grants.service.js';
import { postScope } from './post-scope.js';
import type {
  PostSubstituteDto,
  PostSubstitutePageDto,
  SubstituteDto,
  SubstitutePageQueryDto,
} from './post-substitutes.dto.js';
import { PostSubstitutesRepository, type StoodInPost, type SubstituteRow } from './post-substitutes.repository.js';

const postNotFound = (): Problem => notFound('post.not_found', '没有找到这个岗位，或您无权查看');
const taken = (): Problem => new Problem(409, 'post.substituted', '这段时间已经安排了代班人，请先取消原来的安排');

/** Substitutes 代班: while somebody is away, another has the rights of their post and is asked in their place. */
@Injectable()
export class PostSubstitutesService {
  constructor(
    private readonly database: Database,
    private readonly substitutes: PostSubstitutesRepository,
    private readonly grants: PostGrants,
    private readonly callers: CallerSource,
    private readonly waker: OutboxWaker,
    private readonly clock: Clock,
  ) {}

  async list(caller: Caller, postId: string, query: SubstitutePageQueryDto): Promise<PostSubstitutePageDto> {
    const post = await this.substitutes.post(this.database, caller.cityId, postId);
    if (!post) throw postNotFound();
    this.requireSay(caller, post, null);
    const cursor = decodeCursor(query.cursor, [isId]);
    const rows = await this.substitutes.list(
      caller.cityId,
      postId,
      cursor ? String(cursor[0]) : undefined,
      query.limit,
    );
    return pageOf(
      rows,
      query.limit,
      (row) => this.viewOf(row),
      ({ id }) => [id],
    );
  }

  async substitute(
    caller: Caller,
    postId: string,
    { personId, reason, ...period }: SubstituteDto,
  ): Promise<PostSubstituteDto> {
    const { cityId } = caller;
    const id = nextId();
    await this.database.transaction(async (tx) => {
      const post = await this.substitutes.post(tx, cityId, postId, true);
      if (!post) throw postNotFound();
      this.requireSay(caller, post, personId);
      const { from, to } = this.within(post, period.from ?? this.clock.now(), period.to ?? null);
      await this.requireAble(tx, caller, post, personId);
      try {
        const substitutePostId = await this.give(tx, caller, post, personId, from, to);
        const row = { id, postId, personId, substitutePostId, from, to, reason, createdBy: caller.personId };
        await this.substitutes.insert(tx, cityId, row);
      } catch (error) {
        if (isViolation(error, 'exclusion', 'post_substitutes_once')) throw taken();
        if (!isViolation(error, 'exclusion', 'posts_once')) throw error;
        throw new Problem(409, 'post.partly_held', '代班人在其中一段时间已经担任这个岗位，请调整代班的起止时间');
      }
    });
    return this.changed(caller, postId, id, [personId]);
  }

  async end(caller: Caller, postId: string, id: string): Promise<PostSubstituteDto> {
    const { cityId } = caller;
    const changed = await this.database.transaction(async (tx) => {
      const post = await this.substitutes.post(tx, cityId, postId, true);
      const row = post && (await this.substitutes.byId(cityId, postId, id, tx, true));
      if (!row) throw postNotFound();
      this.requireSay(caller, post, null);
      const now = this.clock.now();
      if (row.endedAt || (row.to && row.to <= now)) return [];
      await this.substitutes.end(tx, cityId, id, now);
      const own = row.substitutePostId === null ? [] : [row.substitutePostId];
      return this.grants.end(tx, cityId, own, now, caller.personId);
    });
    return this.changed(caller, postId, id, changed);
  }

  /** @throws Problem unless the caller holds the post or may fill it. */
  private requireSay({ actor }: Caller, post: StoodInPost, personId: string | null): void {
    const { role, scopeType, scopeId, areaPath } = post;
    const now = this.clock.now();
    if (personId !== null) {
      const named = mayName(personId, post.personId);
      if (!named.ok) throw problemOf(named);
    }
    if (actor.personId === post.personId && actor.posts.some(({ id }) => id === post.id)) return;
    const appointment = { personId: personId ?? post.personId, role, scope: postScope(scopeType, scopeId, areaPath) };
    const decision = mayAppoint(actor, appointment, now);
    if (!decision.ok) throw problemOf(decision);
  }

  /** A substitution lasts no longer than the post it is for. */
  private within(post: StoodInPost, from: Date, wanted: Date | null): { from: Date; to: Date | null } {
    if (post.to && post.to <= this.clock.now()) throw new Problem(409, 'post.ended', '这个岗位已经结束了');
    const to = post.to && (wanted === null || wanted > post.to) ? post.to : wanted;
    if (to && to <= from) throw new Problem(422, 'post.period', '结束时间应晚于开始时间，且在岗位任期之内');
    return { from: from < post.from ? post.from : from, to };
  }

  /** A holder hands their rights to colleagues only; whoever may fill the post may choose anybody. */
  private async requireAble(tx: Transaction, caller: Caller, post: StoodInPost, personId: string): Promise<void> {
    const { cityId } = caller;
    if (!(await this.grants.able(tx, cityId, [personId])).has(personId)) {
      throw new Problem(422, 'post.person_unknown', '没有找到这个人，请先为其登记');
    }
    if (caller.personId === post.personId && !(await this.substitutes.isStaff(tx, cityId, personId))) {
      throw new Problem(
        422,
        'post.substitute_not_staff',
        '代班人需要是在岗的工作人员或党员，请另选一位，或请管理员安排',
      );
    }
  }

  /** The id of the post that gives the rights; null when one that the person holds already covers the whole period. */
  private async give(
    tx: Transaction,
    { cityId, personId: createdBy }: Caller,
    post: StoodInPost,
    personId: string,
    from: Date,
    to: Date | null,
  ): Promise<string | null> {
    const held = await this.grants.held(tx, cityId, [personId], post, { from, to });
    if (held.some((own) => coversPeriod(own, from, to))) return null;
    const { role, scopeType, scopeId, areaPath } = post;
    const own = { id: nextId(), personId, role, name: standInName(post.name), scopeType, scopeId, areaPath };
    await this.grants.give(tx, cityId, [{ ...own, from, to, createdBy }], createdBy);
    return own.id;
  }

  private async changed(
    { cityId }: Caller,
    postId: string,
    id: string,
    personIds: readonly string[],
  ): Promise<PostSubstituteDto> {
    for (const personId of personIds) this.callers.forget(personId);
    this.waker.wake();
    const row = await this.substitutes.byId(cityId, postId, id);
    if (!row) throw postNotFound();
    return this.viewOf(row);
  }

  private viewOf({ personId, personName, endedAt, ...row }: SubstituteRow): PostSubstituteDto {
    const now = this.clock.now();
    const current = endedAt === null && row.from <= now && (row.to === null || row.to > now);
    return { ...row, person: { id: personId, name: personName }, current };
  }
}
