import type { UnitKind } from '@linshao/domain';
import { Injectable } from '@nestjs/common';
import { type Caller } from '../platform/auth/caller.js';
import { Clock } from '../platform/clock/clock.js';
import type { Transaction } from '../platform/database/database.js';
import { nextId } from '../platform/ids.js';
import type { ImportRow, RowOutcomes } from '../platform/imports/row-outcomes.js';
import { administers } from './administrator.js';
import { AreaChangesRepository } from './area-changes.repository.js';
import { AreaReferencesRepository } from './area-references.repository.js';
import { ScopePostsRepository } from './scope-posts.repository.js';
import { type NewUnit, UnitsRepository } from './units.repository.js';

export type UnitImportRow = ImportRow<{
  readonly code: string;
  readonly name: string;
  readonly kind: UnitKind;
  readonly area: string;
  readonly address: string | null;
}>;

/** Units from a sheet, known again by their code. */
@Injectable()
export class UnitImportService {
  constructor(
    private readonly units: UnitsRepository,
    private readonly references: AreaReferencesRepository,
    private readonly changes: AreaChangesRepository,
    private readonly posts: ScopePostsRepository,
    private readonly clock: Clock,
  ) {}

  async begin(tx: Transaction, { cityId }: Caller): Promise<void> {
    await this.changes.lockTree(tx, cityId, 'shared');
  }

  /** A blank address leaves the one that is there. */
  async take(tx: Transaction, caller: Caller, rows: readonly UnitImportRow[], outcomes: RowOutcomes): Promise<void> {
    const { cityId } = caller;
    const now = this.clock.now();
    const areas = await this.references.find(
      tx,
      cityId,
      rows.map(({ area }) => area),
    );
    const known = await this.units.byCodes(
      tx,
      cityId,
      rows.map(({ code }) => code),
    );
    const added: NewUnit[] = [];
    for (const row of rows) {
      const area = areas.get(row.area);
      const before = known.get(row.code);
      if (!area) outcomes.refuse(row, '区域代码', 'area.not_found', '没有这个区域，请核对代码');
      else if (!administers(caller, area.path, now))
        outcomes.refuse(row, '区域代码', 'area.beyond_yours', '不在您管理的范围内');
      else if (before && !administers(caller, before.areaPath, now)) {
        outcomes.refuse(row, '单位代码', 'area.beyond_yours', '这个代码是别处的单位，不在您管理的范围内');
      } else {
        const unit = { ...row, areaId: area.id, address: row.address ?? before?.address ?? null };
        if (!before) added.push({ ...unit, id: nextId() });
        else if (isSame(before, unit)) outcomes.unchanged += 1;
        else {
          await this.units.update(tx, cityId, { ...unit, id: before.id });
          if (before.areaId !== area.id) {
            for (const person of await this.posts.follow(tx, cityId, 'unit', before.id, area.path))
              outcomes.persons.add(person);
          }
          outcomes.changed += 1;
        }
      }
    }
    await this.units.insertMany(tx, cityId, added);
    outcomes.added += added.length;
  }
}

const isSame = (a: Omit<NewUnit, 'id'>, b: Omit<NewUnit, 'id'>): boolean =>
  a.name === b.name && a.kind === b.kind && a.areaId === b.areaId && a.address === b.address;
