import { AREA_LEVELS, type AreaLevel, areaPath, isAreaCode, mayContain, type Polygon } from '@linshao/domain';
import { Injectable } from '@nestjs/common';
import type { Caller } from '../platform/auth/caller.js';
import { Clock } from '../platform/clock/clock.js';
import type { Transaction } from '../platform/database/database.js';
import { nextId } from '../platform/ids.js';
import type { ImportRow, RowOutcomes } from '../platform/imports/row-outcomes.js';
import { administers } from './administrator.js';
import { AreaChangesRepository, type NewArea } from './area-changes.repository.js';
import { AreaReferencesRepository, type KnownArea } from './area-references.repository.js';
import { polygonFrom, polygonText } from './polygon-column.js';

export type AreaImportRow = ImportRow<{
  readonly community: string;
  /** The community's own code of the area above; null: the community itself. */
  readonly parent: string | null;
  readonly level: AreaLevel;
  readonly code: string;
  readonly name: string;
  readonly households: number | null;
  readonly polygon: Polygon | null;
}>;

/** Areas below the community, from a sheet; those above come with the official list. */
@Injectable()
export class AreaImportService {
  constructor(
    private readonly references: AreaReferencesRepository,
    private readonly changes: AreaChangesRepository,
    private readonly clock: Clock,
  ) {}

  async begin(tx: Transaction, { cityId }: Caller): Promise<void> {
    await this.changes.lockTree(tx, cityId, 'alone');
  }

  /** Blank cells leave what is there. @param rows parents before their children */
  async take(tx: Transaction, caller: Caller, rows: readonly AreaImportRow[], outcomes: RowOutcomes): Promise<void> {
    const { cityId } = caller;
    const known = await this.references.find(tx, cityId, rows.flatMap(referencesOf));
    const added: NewArea[] = [];
    const changed: Pick<NewArea, 'id' | 'name' | 'polygon' | 'households'>[] = [];
    for (const row of rows) {
      const parent = this.parentOf(caller, row, known, outcomes);
      if (!parent) continue;
      const reference = `${row.community}/${row.code}`;
      const before = known.get(reference);
      const polygon = polygonText(row.polygon);
      if (!before) {
        const area = { ...newArea(row, parent), polygon };
        added.push(area);
        known.set(reference, { ...area, cityId, reference });
      } else if (before.level !== row.level || before.parentId !== parent.id) {
        outcomes.refuse(
          row,
          null,
          'area.elsewhere',
          `代码 ${row.code} 已用于“${before.name}”，级别或上级不同；如要移动请用区域管理`,
        );
      } else if (differs(row, before, polygon)) {
        const { id } = before;
        changed.push({
          id,
          name: row.name,
          polygon: polygon ?? before.polygon,
          households: row.households ?? before.households,
        });
      } else outcomes.unchanged += 1;
    }
    outcomes.added += await this.changes.insert(tx, cityId, added);
    await this.changes.updateMany(tx, cityId, changed);
    outcomes.changed += changed.length;
  }

  private parentOf(
    caller: Caller,
    row: AreaImportRow,
    known: ReadonlyMap<string, KnownArea>,
    outcomes: RowOutcomes,
  ): KnownArea | null {
    const community = known.get(row.community);
    const parent = row.parent === null ? community : known.get(`${row.community}/${row.parent}`);
    if (community?.level !== 'community') {
      outcomes.refuse(row, '社区代码', 'area.not_found', '没有这个社区，请核对 12 位代码');
    } else if (!administers(caller, community.path, this.clock.now())) {
      outcomes.refuse(row, '社区代码', 'area.beyond_yours', '不在您管理的范围内');
    } else if (!parent) {
      outcomes.refuse(row, '上级代码', 'area.not_found', `没有代码为 ${row.parent} 的上级区域；它的那一行是否有误？`);
    } else if (!mayContain(parent.level, row.level)) {
      outcomes.refuse(
        row,
        '级别',
        'area.level',
        `${AREA_LEVELS[parent.level].name}下面不能直接设${AREA_LEVELS[row.level].name}`,
      );
    } else if (!isAreaCode(row.level, row.code, parent.code)) {
      outcomes.refuse(row, '代码', 'area.code', codeAdvice(parent));
    } else return parent;
    return null;
  }
}

const referencesOf = ({ community, parent, code }: AreaImportRow): string[] => [
  community,
  `${community}/${code}`,
  ...(parent === null ? [] : [`${community}/${parent}`]),
];

const newArea = (row: AreaImportRow, parent: KnownArea): Omit<NewArea, 'polygon'> => ({
  id: nextId(),
  code: row.code,
  name: row.name,
  level: row.level,
  parentId: parent.id,
  path: areaPath(parent.path, row.code),
  households: row.households,
  source: '表格导入',
});

function differs(row: AreaImportRow, before: KnownArea, polygon: string | null): boolean {
  const otherBorder = polygon !== null && polygon !== polygonText(polygonFrom(before.polygon));
  const otherSize = row.households !== null && row.households !== before.households;
  return row.name !== before.name || otherBorder || otherSize;
}

const codeAdvice = ({ level, code }: KnownArea): string =>
  level === 'community'
    ? '直接设在社区下的代码只含字母和数字，如 G01'
    : `应以上级代码加短横开头，如 ${code}-01，总长不超过 40 个字符`;
