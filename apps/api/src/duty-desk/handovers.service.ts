import { mayHandOver, mayTakeOver, shanghaiIso } from '@linshao/domain';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { RosterAccess } from '../duty/roster-access.service.js';
import { AreaPathHolders } from '../organisation/area-path-holders.service.js';
import type { Caller } from '../platform/auth/caller.js';
import { Database } from '../platform/database/database.js';
import { decodeCursor, isId, pageOf } from '../platform/http/cursor.js';
import { notFound, Problem, problemOf } from '../platform/http/problem.js';
import { earlierSubject, isRepeated, type Repeatable, takeKey } from '../platform/idempotency/idempotency.js';
import { nextId } from '../platform/ids.js';
import type { HandoverDto, HandOverDto, HandoverPageDto, HandoverQueryDto } from './desk.dto.js';
import { DeskAccess } from './desk-access.service.js';
import { type DeskArea, DeskQueueRepository } from './desk-queue.repository.js';
import { type HandoverRow, HandoversRepository } from './handovers.repository.js';

/** More than anybody answers in one shift. */
const MOST_LISTED = 100;

/** Hand-overs 交接: nobody leaves without the next one knowing what is open. */
@Injectable()
export class HandoversService implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly access: DeskAccess,
    private readonly rosters: RosterAccess,
    private readonly queue: DeskQueueRepository,
    private readonly handovers: HandoversRepository,
    private readonly paths: AreaPathHolders,
  ) {}

  onModuleInit(): void {
    this.paths.add({ table: 'duty_handovers', column: 'area_path', noun: '值班交接记录' });
  }

  /** The list of what is open is made here, at this moment: a note cannot leave anything out. */
  async leave(caller: Caller, { note = '', area }: HandOverDto, repeatable: Repeatable | null): Promise<HandoverDto> {
    const { cityId, personId } = caller;
    const before = await earlierSubject(this.database, cityId, personId, repeatable);
    if (before) return this.view(cityId, before);
    const areaPath = area === undefined ? this.ownArea(caller) : (await this.rosters.area(cityId, area)).path;
    const post = this.access.require(caller, areaPath);
    const id = nextId();
    try {
      await this.database.transaction(async (tx) => {
        // What is confidential is counted by those who may see it.
        const desk: DeskArea[] = [{ path: areaPath, confidential: false }];
        const rows = await this.queue.unanswered(cityId, desk, null, null, MOST_LISTED - 1, tx);
        const decision = mayHandOver(note, rows);
        if (!decision.ok) throw problemOf(decision);
        const openCount = await this.queue.count(tx, cityId, desk, areaPath);
        const open = rows.map(({ orderId, number, dueAt, missed }) => {
          return { orderId, number, dueAt: dueAt.toISOString(), missed };
        });
        const row = { id, areaPath, personId, postId: post.id, postName: post.name, note, open, openCount };
        const key = repeatable ? [takeKey(cityId, personId, repeatable, id, 'handover')] : [];
        await this.handovers.insert(tx, cityId, row, key);
      });
    } catch (error) {
      if (!isRepeated(error)) throw error;
      return this.view(cityId, (await earlierSubject(this.database, cityId, personId, repeatable)) ?? id);
    }
    return this.view(cityId, id);
  }

  /** By whoever comes next. Said again, or after a colleague, it stays as it is. */
  async takeOver(caller: Caller, id: string): Promise<HandoverDto> {
    const row = await this.handovers.byId(caller.cityId, id);
    if (!row) throw handoverNotFound();
    this.access.require(caller, row.areaPath);
    const decision = mayTakeOver(row.personId, caller.personId);
    if (!decision.ok) throw problemOf(decision);
    await this.handovers.takeOver(caller.cityId, id, caller.personId);
    return this.view(caller.cityId, id);
  }

  async list(caller: Caller, query: HandoverQueryDto): Promise<HandoverPageDto> {
    const { path } = await this.rosters.area(caller.cityId, query.area);
    this.access.require(caller, path);
    const cursor = decodeCursor(query.cursor, [isId]);
    const before = cursor ? String(cursor[0]) : undefined;
    const rows = await this.handovers.list(caller.cityId, path, before, query.limit);
    return pageOf(rows, query.limit, viewOf, ({ id }) => [id]);
  }

  private ownArea(caller: Caller): string {
    const post = this.access.ownPost(caller);
    if (!post) throw new Problem(403, 'duty.not_staff', '您目前没有值班岗位，不用交接');
    return post.scope.areaPath;
  }

  private async view(cityId: number, id: string): Promise<HandoverDto> {
    const row = await this.handovers.byId(cityId, id);
    if (!row) throw handoverNotFound();
    return viewOf(row);
  }
}

const handoverNotFound = (): Problem => notFound('duty.handover_not_found', '没有找到这份交接，请刷新后再看');

const viewOf = ({
  personId,
  personName,
  open,
  at,
  takenOverById,
  takenOverByName,
  takenOverAt,
  ...row
}: HandoverRow): HandoverDto => ({
  ...row,
  person: { id: personId, name: personName },
  open: open.map((item) => ({ ...item, dueAt: shanghaiIso(new Date(item.dueAt)) })),
  at: shanghaiIso(at),
  takenOverBy: takenOverById === null ? null : { id: takenOverById, name: takenOverByName ?? '' },
  takenOverAt: takenOverAt && shanghaiIso(takenOverAt),
});
