import { Injectable, type OnModuleInit } from '@nestjs/common';
import {
  activePosts,
  covers,
  type Deadline,
  limitsOf,
  PROMISE_KINDS,
  refuse,
  replanDeadline,
  shanghaiIso,
  type TimeLimit,
  type WorkCalendar,
} from '@linshao/domain';
import { calendarChanged } from '../calendars/calendars.events.js';
import { CalendarsService } from '../calendars/calendars.service.js';
import { OrderNotes } from '../orders/order-notes.service.js';
import { AreasService } from '../organisation/areas.service.js';
import type { Caller } from '../platform/auth/caller.js';
import { Clock } from '../platform/clock/clock.js';
import { Database, type Transaction } from '../platform/database/database.js';
import { isOvertaken } from '../platform/database/statement.js';
import { Subscriptions } from '../platform/events/subscriptions.js';
import { problemOf } from '../platform/http/problem.js';
import { nextId } from '../platform/ids.js';
import { PlaybooksService } from '../playbooks/playbooks.service.js';
import { clockColumns, toDeadline } from './deadline-row.js';
import type { ReplanBody, ReplanChange, ReplanResult } from './deadlines.dto.js';
import { DeadlinesRepository } from './deadlines.repository.js';

const BATCH = 500;
const MOST = 1_000;
const SHOWN = 100;
const FIRST = '00000000-0000-0000-0000-000000000000';

type Row = Awaited<ReturnType<DeadlinesRepository['toReplan']>>[number];

/** Why dates move, and who had them moved; kept with each date. */
interface Cause {
  readonly reason: string;
  readonly actorId: string | null;
  readonly postId: string | null;
  readonly postName: string | null;
}

interface Planned {
  readonly row: Row;
  readonly before: Deadline;
  readonly after: Deadline;
}

/**
 * Plans running deadlines anew: those that were provisional by themselves once their year is announced, all others only when
 * an administrator says so, after a preview. Every moved date keeps its history.
 */
@Injectable()
export class ReplansService implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly repository: DeadlinesRepository,
    private readonly subscriptions: Subscriptions,
    private readonly areas: AreasService,
    private readonly playbooks: PlaybooksService,
    private readonly calendars: CalendarsService,
    private readonly notes: OrderNotes,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.subscriptions.afterCommit(calendarChanged, 'deadlines.replan', async (events, tx) => {
      for (const cityId of new Set(events.map((event) => event.cityId))) await this.provisional(tx, cityId);
    });
  }

  /** By the calendar in force; a date that stays is only no longer called provisional. */
  async provisional(tx: Transaction, cityId: number): Promise<void> {
    this.calendars.forget(cityId);
    const { calendar } = await this.calendars.inForce(cityId);
    const cause = { reason: '放假安排更新', actorId: null, postId: null, postName: null };
    let after = FIRST;
    for (;;) {
      const wanted = { areaPath: String(cityId), category: null, provisional: true, after, limit: BATCH };
      const rows = await this.repository.toReplan(tx, cityId, wanted, true);
      const planned = rows.map((row) => this.planned(row, row.time_limit, calendar));
      await this.save(tx, cityId, planned, calendar, cause);
      const last = rows.at(-1);
      if (!last || rows.length < BATCH) return;
      after = last.id;
    }
  }

  /** @throws Problem 404 for an area outside the caller's */
  async replan(caller: Caller, { area, category, apply = false, reason }: ReplanBody): Promise<ReplanResult> {
    const { cityId, personId, actor } = caller;
    const posts = activePosts(actor, this.clock.now()).filter(({ role }) => role === 'administrator');
    const areaPath = area ? await this.areaPath(cityId, area) : (posts[0]?.scope.areaPath ?? '');
    const post = posts.find((each) => covers(each.scope.areaPath, areaPath));
    if (!post) throw problemOf(refuse('deadline.area_unknown'));
    const { calendar } = await this.calendars.inForce(cityId);
    const cause = { reason: reason ?? '办理规则调整', actorId: personId, postId: post.id, postName: post.name };
    const scope = { areaPath, category: category ?? null };
    return this.database
      .transaction(async (tx) => {
        const overdue = await this.repository.overdue(tx, cityId, scope, MOST);
        const { moved, more } = await this.plan(tx, cityId, scope, apply);
        if (apply) await this.save(tx, cityId, moved, calendar, cause);
        return { count: moved.length, more, overdue, applied: apply, changes: moved.slice(0, SHOWN).map(changeOf) };
      })
      .catch((error: unknown) => {
        throw isOvertaken(error) ? problemOf(refuse('deadline.stale')) : error;
      });
  }

  private async plan(
    tx: Transaction,
    cityId: number,
    scope: { readonly areaPath: string; readonly category: string | null },
    lock: boolean,
  ): Promise<{ moved: Planned[]; more: boolean }> {
    const { calendar } = await this.calendars.inForce(cityId);
    const moved: Planned[] = [];
    let after = FIRST;
    let more = true;
    while (more && moved.length < MOST) {
      const wanted = { ...scope, provisional: false, after, limit: BATCH };
      const rows = await this.repository.toReplan(tx, cityId, wanted, lock);
      for (const row of rows) moved.push(...(await this.byPolicy(row, cityId, calendar)));
      more = rows.length === BATCH;
      after = rows.at(-1)?.id ?? after;
    }
    return { moved, more };
  }

  private async areaPath(cityId: number, area: string): Promise<string> {
    const found = await this.areas.areaNamed(cityId, area);
    if (!found) throw problemOf(refuse('deadline.area_unknown'));
    return found.path;
  }

  /** By the policy in force now; nothing when the date stays. An urgent order keeps a limit that is shorter already. */
  private async byPolicy(row: Row, cityId: number, calendar: WorkCalendar): Promise<Planned[]> {
    const kind = PROMISE_KINDS.find((promise) => promise === row.kind);
    if (!kind || row.order_category === null) return [];
    const { policy } = await this.playbooks.categoryOfOrder(cityId, row.area_path, row.order_category);
    const plans = limitsOf(kind, policy, row.order_urgency ?? 'normal').map((limit) =>
      this.planned(row, limit, calendar),
    );
    const earliest = plans.sort((a, b) => a.after.dueAt.getTime() - b.after.dueAt.getTime())[0];
    return earliest && earliest.after.dueAt.getTime() !== row.due_at.getTime() ? [earliest] : [];
  }

  private planned(row: Row, limit: TimeLimit, calendar: WorkCalendar): Planned {
    const before = toDeadline(row);
    return { row, before, after: replanDeadline(before, limit, this.clock.now(), calendar) };
  }

  private async save(
    tx: Transaction,
    cityId: number,
    planned: readonly Planned[],
    calendar: WorkCalendar,
    { reason, actorId, postId, postName }: Cause,
  ): Promise<void> {
    if (planned.length === 0) return;
    await this.repository.update(
      tx,
      cityId,
      planned.map(({ row, after }) => ({ id: row.id, version: row.version, ...clockColumns(after, calendar) })),
    );
    const moved = planned.filter(({ before, after }) => before.dueAt.getTime() !== after.dueAt.getTime());
    await this.repository.remember(
      tx,
      cityId,
      moved.map(({ row, before, after }) => ({
        id: nextId(),
        deadline_id: row.id,
        what: 'replanned',
        due_before: before.dueAt,
        due_after: after.dueAt,
        reason,
        actor_id: actorId,
        post_id: postId,
        post_name: postName,
      })),
    );
    const ofOrders = moved.filter(({ row }) => row.order_id !== null);
    const orderIds = [...new Set(ofOrders.map(({ row }) => row.order_id ?? ''))];
    await this.repository.keepDueOf(tx, cityId, orderIds);
    await this.notes.note(
      tx,
      cityId,
      ofOrders.map(({ row, before, after }) => ({
        orderId: row.order_id ?? '',
        type: 'deadline.replanned',
        words: reason,
        public: false,
        data: { kind: row.kind, dueAt: before.dueAt, newDueAt: after.dueAt },
        actorId,
        postId,
        postName,
        at: this.clock.now(),
      })),
    );
  }
}

const changeOf = ({ row, before, after }: Planned): ReplanChange => ({
  deadlineId: row.id,
  orderId: row.order_id ?? '',
  orderNumber: row.order_number ?? '',
  kind: row.kind,
  dueAt: shanghaiIso(before.dueAt),
  newDueAt: shanghaiIso(after.dueAt),
});
