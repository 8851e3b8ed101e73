import { AREA_LEVEL_CODES, AREA_LEVELS, type AreaLevel } from '@linshao/domain';
import { Injectable } from '@nestjs/common';
import { AreaImportService, type AreaImportRow } from '../organisation/area-import.service.js';
import type { Caller } from '../platform/auth/caller.js';
import type { Transaction } from '../platform/database/database.js';
import type { RowOutcomes } from '../platform/imports/row-outcomes.js';
import type { Column } from './column.js';
import type { ImportKind } from './import-kind.js';
import type { CheckedRow } from './read-sheet.js';

const OWN_LEVELS = ['grid', 'estate', 'building', 'unit', 'micro_grid'] as const satisfies readonly AreaLevel[];

const COLUMNS: readonly Column[] = [
  {
    key: 'community',
    heading: '社区代码',
    check: 'code',
    required: true,
    example: '320402003012',
    hint: '12 位统计用区划代码',
  },
  {
    key: 'level',
    heading: '级别',
    check: 'choice',
    required: true,
    choices: namesOf(OWN_LEVELS),
    example: '网格',
    hint: '从社区往下的级别',
  },
  {
    key: 'code',
    heading: '代码',
    check: 'code',
    required: true,
    example: 'G01',
    hint: '社区自编；往下接短横，如 G01-E02',
  },
  { key: 'name', heading: '名称', check: 'text', required: true, example: '第一网格', hint: '最多 60 个字' },
  {
    key: 'parent',
    heading: '上级代码',
    check: 'code',
    example: '',
    hint: '直接设在社区下的留空；上级可以在同一张表里',
  },
  { key: 'households', heading: '户数', check: 'whole', example: '420', hint: '网格建议 300 到 500 户；留空则不改' },
  {
    key: 'polygon',
    heading: '边界',
    check: 'border',
    example: '119.97,31.78;119.98,31.78;119.98,31.79',
    hint: '经度,纬度;…（GCJ-02，即微信和高德的坐标）；留空则不改',
  },
];

function namesOf(levels: readonly AreaLevel[]): Record<string, string> {
  return Object.fromEntries(levels.map((level) => [level, AREA_LEVELS[level].name]));
}

/** Grids, estates, buildings, units and micro-grids of a community. */
@Injectable()
export class AreaSheet implements ImportKind {
  readonly code = 'areas';
  readonly name = '区域';
  readonly columns = COLUMNS;
  readonly key = ['community', 'code'];
  readonly roles = ['administrator'] as const;

  constructor(private readonly areas: AreaImportService) {}

  inOrder(rows: readonly CheckedRow[]): CheckedRow[] {
    const depth = ({ level }: CheckedRow): number => AREA_LEVEL_CODES.findIndex((code) => code === level);
    return [...rows].sort((a, b) => depth(a) - depth(b));
  }

  begin(tx: Transaction, caller: Caller): Promise<void> {
    return this.areas.begin(tx, caller);
  }

  take(tx: Transaction, caller: Caller, rows: readonly CheckedRow[], outcomes: RowOutcomes): Promise<void> {
    return this.areas.take(tx, caller, rows as unknown as AreaImportRow[], outcomes);
  }
}
