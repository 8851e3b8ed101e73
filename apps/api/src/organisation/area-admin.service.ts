import { areaPath, isAreaCode, LONGEST_AREA_CODE, mayContain } from '@linshao/domain';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type Caller, CallerSource } from '../platform/auth/caller.js';
import { Clock } from '../platform/clock/clock.js';
import { Database, type Transaction } from '../platform/database/database.js';
import { isViolation } from '../platform/database/violation.js';
import { outboxRow } from '../platform/events/event.js';
import { OutboxWaker } from '../platform/events/outbox.jobs.js';
import { Subscriptions } from '../platform/events/subscriptions.js';
import { Problem } from '../platform/http/problem.js';
import { nextId } from '../platform/ids.js';
import { requireAdministrator } from './administrator.js';
import { AreaChangesRepository, type Relocation } from './area-changes.repository.js';
import { AreaPathHolders } from './area-path-holders.service.js';
import { codeDoesNotFit, codeTaken, existing, inUse, levelDoesNotFit } from './area-problems.js';
import { AreaViewsService } from './area-views.service.js';
import type { Area, AreaRow } from './area.js';
import type { AreaDetailDto, CreateAreaDto, MoveAreaDto, UpdateAreaDto } from './areas.dto.js';
import { AreasRepository } from './areas.repository.js';
import { polygonOf } from './border.field.js';
import { areaRelocated } from './organisation.events.js';
import { polygonText } from './polygon-column.js';

/** Changes to the area tree by administrators of the area or of one above it. */
@Injectable()
export class AreaAdminService implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly areas: AreasRepository,
    private readonly changes: AreaChangesRepository,
    private readonly holders: AreaPathHolders,
    private readonly views: AreaViewsService,
    private readonly callers: CallerSource,
    private readonly subscriptions: Subscriptions,
    private readonly waker: OutboxWaker,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    // A request that read the old path just before the move may have written it just after: such stragglers follow here.
    this.subscriptions.afterCommit(areaRelocated, 'organisation.stragglers', async (events, tx) => {
      for (const { cityId, payload } of events) {
        const stillThere = await this.areas.byPath(cityId, payload.from.path, tx);
        if (!stillThere) await this.holders.relocate(tx, cityId, payload);
      }
    });
  }

  async create(caller: Caller, input: CreateAreaDto): Promise<AreaDetailDto> {
    const { cityId } = caller;
    return this.database.transaction(async (tx) => {
      await this.changes.lockTree(tx, cityId, 'shared');
      const parent = existing(await this.areas.byId(cityId, input.parentId, tx));
      requireAdministrator(caller, parent.path, this.clock.now());
      if (!mayContain(parent.level, input.level)) throw levelDoesNotFit(input.level, parent.level);
      if (!isAreaCode(input.level, input.code, parent.code)) throw codeDoesNotFit(input.code, input.level, parent.code);
      const id = nextId();
      const area = {
        id,
        code: input.code,
        name: input.name,
        level: input.level,
        parentId: parent.id,
        path: areaPath(parent.path, input.code),
        polygon: polygonText(input.polygon ? polygonOf(input.polygon) : null),
        households: input.households ?? null,
        source: '管理员录入',
      };
      const added = await this.uniqueCode(input.code, () => this.changes.insert(tx, cityId, [area]));
      if (added === 0) throw codeTaken(input.code);
      return this.views.show(cityId, id, tx);
    });
  }

  async update(caller: Caller, id: string, input: UpdateAreaDto): Promise<AreaDetailDto> {
    return this.database.transaction(async (tx) => {
      const area = await this.mine(tx, caller, id, input.version);
      const change = {
        id,
        name: input.name ?? area.name,
        polygon: input.polygon === undefined ? area.polygon : polygonText(input.polygon && polygonOf(input.polygon)),
        households: input.households === undefined ? area.households : input.households,
      };
      await this.changes.updateMany(tx, caller.cityId, [change]);
      return this.views.show(caller.cityId, id, tx);
    });
  }

  /** Hangs an area elsewhere, or changes its code; everything below it and every copy of its path follow. */
  async move(caller: Caller, id: string, input: MoveAreaDto): Promise<AreaDetailDto> {
    const { cityId } = caller;
    const { moved, persons } = await this.database.transaction(async (tx) => {
      await this.changes.lockTree(tx, cityId, 'alone');
      const area = await this.mine(tx, caller, id, input.version);
      const parent = await this.newParent(tx, caller, area, input.parentId);
      const code = input.code ?? (await this.carriedCode(tx, area, parent));
      if (!isAreaCode(area.level, code, parent.code)) throw codeDoesNotFit(code, area.level, parent.code);
      const relocation = {
        from: { path: area.path, code: area.code },
        to: { path: areaPath(parent.path, code), code },
      };
      if (relocation.to.path !== area.path) await this.relocate(tx, cityId, relocation, area, parent);
      return {
        moved: await this.views.show(cityId, id, tx),
        persons: await this.changes.postHolders(tx, cityId, relocation.to.path),
      };
    });
    for (const person of persons) this.callers.forget(person);
    this.waker.wake();
    return moved;
  }

  async remove(caller: Caller, id: string): Promise<void> {
    const { cityId } = caller;
    await this.database.transaction(async (tx) => {
      await this.changes.lockTree(tx, cityId, 'alone');
      const area = await this.mine(tx, caller, id);
      if (area.hasChildren) throw inUse('下级区域');
      const noun = await this.holders.whatLiesIn(tx, cityId, area.path);
      if (noun) throw inUse(noun);
      try {
        await this.changes.remove(tx, cityId, id);
      } catch (error) {
        if (isViolation(error, 'foreign key')) throw inUse('单位、党组织或登记的居民');
        throw error;
      }
    });
  }

  private async relocate(
    tx: Transaction,
    cityId: number,
    relocation: Relocation,
    area: Area,
    parent: Area,
  ): Promise<void> {
    const longest = await this.changes.longestCode(tx, cityId, area.path);
    if (longest - area.code.length + relocation.to.code.length > LONGEST_AREA_CODE) {
      throw codeDoesNotFit(relocation.to.code, area.level, parent.code);
    }
    await this.uniqueCode(relocation.to.code, () => this.changes.relocate(tx, cityId, relocation, parent.id));
    await this.holders.relocate(tx, cityId, relocation);
    await tx.rows(outboxRow(areaRelocated, cityId, relocation, '(SELECT 1) AS always'));
  }

  private async newParent(tx: Transaction, caller: Caller, area: Area, wanted: string | undefined): Promise<Area> {
    const parentId = wanted ?? area.parentId;
    if (parentId === null) throw new Problem(422, 'area.city_stays', '城市代码由国家统一规定，不能移动或改码');
    const parent = existing(await this.areas.byId(caller.cityId, parentId, tx));
    requireAdministrator(caller, parent.path, this.clock.now());
    if (!mayContain(parent.level, area.level)) throw levelDoesNotFit(area.level, parent.level);
    return parent;
  }

  /** The last part of the area's code, put after its new parent's. */
  private async carriedCode(tx: Transaction, area: AreaRow, parent: Area): Promise<string> {
    const before = area.parentId && (await this.areas.byId(area.cityId, area.parentId, tx));
    if (!before || before.id === parent.id) return area.code;
    const own = area.code.startsWith(before.code) ? area.code.slice(before.code.length).replace(/^-/, '') : area.code;
    switch (area.level) {
      case 'city':
      case 'district':
      case 'subdistrict':
      case 'community':
        // Official codes are given by the state; a place that changes its district gets a new one.
        return area.code;
      case 'grid':
      case 'estate':
      case 'building':
      case 'unit':
      case 'micro_grid':
        return parent.level === 'community' ? own : `${parent.code}-${own}`;
    }
  }

  /** @throws Problem 404, 403, or 409 with the area as it is now when `version` is an old one. */
  private async mine(tx: Transaction, caller: Caller, id: string, version?: number): Promise<AreaRow> {
    const area = existing(await this.areas.full(tx, caller.cityId, id, true));
    requireAdministrator(caller, area.path, this.clock.now());
    if (version === undefined || version === area.version) return area;
    const current = await this.views.show(caller.cityId, id, tx);
    throw new Problem(409, 'area.stale', '这个区域刚刚被别人改过，请看过最新内容再改', { facts: { current } });
  }

  private async uniqueCode<T>(code: string, write: () => Promise<T>): Promise<T> {
    try {
      return await write();
    } catch (error) {
      if (isViolation(error, 'unique')) throw codeTaken(code);
      throw error;
    }
  }
}
