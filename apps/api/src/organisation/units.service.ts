import { UNIT_KINDS } from '@linshao/domain';
import { Injectable } from '@nestjs/common';
import { type Caller, CallerSource } from '../platform/auth/caller.js';
import { Clock } from '../platform/clock/clock.js';
import { Database, type Transaction } from '../platform/database/database.js';
import { isViolation } from '../platform/database/violation.js';
import { decodeCursor, isText, pageOf } from '../platform/http/cursor.js';
import { notFound, Problem } from '../platform/http/problem.js';
import { nextId } from '../platform/ids.js';
import { requireAdministrator } from './administrator.js';
import { AreaChangesRepository } from './area-changes.repository.js';
import { existing } from './area-problems.js';
import { AreasRepository } from './areas.repository.js';
import { ScopePostsRepository } from './scope-posts.repository.js';
import type { CreateUnitDto, UnitDto, UnitListQueryDto, UnitPageDto, UpdateUnitDto } from './units.dto.js';
import { type UnitRow, UnitsRepository } from './units.repository.js';

const unitNotFound = (): Problem => notFound('unit.not_found', '没有找到这个单位，请核对编号');

const viewOf = ({ areaId, areaCode, areaName, areaLevel, ...unit }: UnitRow): UnitDto => ({
  id: unit.id,
  code: unit.code,
  name: unit.name,
  kind: unit.kind,
  kindName: UNIT_KINDS[unit.kind],
  area: { id: areaId, code: areaCode, name: areaName, level: areaLevel },
  address: unit.address,
  version: unit.version,
});

/** Units 单位 and the areas they answer for. */
@Injectable()
export class UnitsService {
  constructor(
    private readonly database: Database,
    private readonly units: UnitsRepository,
    private readonly areas: AreasRepository,
    private readonly changes: AreaChangesRepository,
    private readonly posts: ScopePostsRepository,
    private readonly callers: CallerSource,
    private readonly clock: Clock,
  ) {}

  async list(cityId: number, query: UnitListQueryDto): Promise<UnitPageDto> {
    const { areaId, kind, code, q, limit } = query;
    const cursor = decodeCursor(query.cursor, [isText]);
    const area = areaId === undefined ? null : existing(await this.areas.byId(cityId, areaId));
    const filter = { withinPath: area?.path, kind, code, words: q, afterCode: cursor ? String(cursor[0]) : undefined };
    const rows = await this.units.list(cityId, filter, limit);
    return pageOf(rows, limit, viewOf, (row) => [row.code]);
  }

  /** @throws Problem 404 */
  async show(cityId: number, id: string): Promise<UnitDto> {
    const unit = await this.units.byId(cityId, id);
    if (!unit) throw unitNotFound();
    return viewOf(unit);
  }

  async create(caller: Caller, input: CreateUnitDto): Promise<UnitDto> {
    const id = nextId();
    await this.database.transaction(async (tx) => {
      await this.changes.lockTree(tx, caller.cityId, 'shared');
      const area = existing(await this.areas.byId(caller.cityId, input.areaId, tx));
      requireAdministrator(caller, area.path, this.clock.now());
      try {
        await this.units.insertMany(tx, caller.cityId, [{ ...input, id, address: input.address ?? null }]);
      } catch (error) {
        if (!isViolation(error, 'unique')) throw error;
        throw new Problem(409, 'unit.code_taken', `单位代码 ${input.code} 已经在用，请换一个`);
      }
    });
    return this.show(caller.cityId, id);
  }

  /** A unit that answers for another area takes its posts along. */
  async update(caller: Caller, id: string, input: UpdateUnitDto): Promise<UnitDto> {
    const { cityId } = caller;
    const persons = await this.database.transaction(async (tx) => {
      await this.changes.lockTree(tx, cityId, 'shared');
      const unit = await this.mine(tx, caller, id);
      if (unit.version !== input.version) {
        throw new Problem(409, 'unit.stale', '这个单位刚刚被别人改过，请看过最新内容再改', {
          facts: { current: viewOf(unit) },
        });
      }
      const area = existing(await this.areas.byId(cityId, input.areaId ?? unit.areaId, tx));
      requireAdministrator(caller, area.path, this.clock.now());
      await this.units.update(tx, cityId, {
        id,
        name: input.name ?? unit.name,
        kind: input.kind ?? unit.kind,
        areaId: area.id,
        address: input.address === undefined ? unit.address : input.address,
      });
      return area.id === unit.areaId ? [] : this.posts.follow(tx, cityId, 'unit', id, area.path);
    });
    for (const person of persons) this.callers.forget(person);
    return this.show(cityId, id);
  }

  async remove(caller: Caller, id: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      await this.mine(tx, caller, id);
      if (await this.posts.any(tx, caller.cityId, id))
        throw new Problem(409, 'unit.in_use', '这个单位有人任职或任过职，不能删除');
      await this.units.remove(tx, caller.cityId, id);
    });
  }

  private async mine(tx: Transaction, caller: Caller, id: string): Promise<UnitRow> {
    const unit = await this.units.byId(caller.cityId, id, tx, true);
    if (!unit) throw unitNotFound();
    requireAdministrator(caller, unit.areaPath, this.clock.now());
    return unit;
  }
}
