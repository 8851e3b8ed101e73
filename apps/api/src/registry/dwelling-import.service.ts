import { postOver, REGISTRARS } from '@linshao/domain';
import { Injectable } from '@nestjs/common';
import { AreasService } from '../organisation/areas.service.js';
import type { Caller } from '../platform/auth/caller.js';
import { Clock } from '../platform/clock/clock.js';
import type { Transaction } from '../platform/database/database.js';
import { nextId } from '../platform/ids.js';
import type { ImportRow, RowOutcomes } from '../platform/imports/row-outcomes.js';
import { type DwellingRow, DwellingsRepository } from './dwellings.repository.js';
import { isLivedIn } from './lived-in.js';

export type DwellingImportRow = ImportRow<{
  /** Reference of the building, unit or estate. */
  readonly area: string;
  readonly room: string;
}>;

/** Dwellings from a sheet. */
@Injectable()
export class DwellingImportService {
  constructor(
    private readonly areas: AreasService,
    private readonly dwellings: DwellingsRepository,
    private readonly clock: Clock,
  ) {}

  begin(tx: Transaction, { cityId }: Caller): Promise<void> {
    return this.areas.hold(tx, cityId);
  }

  async take(
    tx: Transaction,
    caller: Caller,
    rows: readonly DwellingImportRow[],
    outcomes: RowOutcomes,
  ): Promise<void> {
    const { cityId, personId, actor } = caller;
    const now = this.clock.now();
    const areas = await this.areas.areasByReference(
      tx,
      cityId,
      rows.map(({ area }) => area),
    );
    const wanted: DwellingRow[] = [];
    for (const row of rows) {
      const area = areas.get(row.area);
      if (!area) outcomes.refuse(row, '区域代码', 'area.not_found', '没有这个区域，请核对代码');
      else if (!postOver(actor, REGISTRARS, area.path, now)) {
        outcomes.refuse(row, '区域代码', 'registry.beyond_area', '不在您的岗位范围内');
      } else if (!isLivedIn(area.level)) {
        outcomes.refuse(row, '区域代码', 'dwelling.no_building', '房屋应登记在楼幢、单元或小区下');
      } else wanted.push({ id: nextId(), areaId: area.id, areaPath: area.path, room: row.room });
    }
    const added = await this.dwellings.addMany(tx, cityId, wanted, personId);
    outcomes.added += added;
    outcomes.unchanged += wanted.length - added;
  }
}
