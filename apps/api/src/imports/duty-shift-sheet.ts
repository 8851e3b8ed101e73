import { ROSTER_KEEPERS } from '@linshao/domain';
import { Injectable } from '@nestjs/common';
import { ShiftImportService, type ShiftImportRow } from '../duty/shift-import.service.js';
import type { Caller } from '../platform/auth/caller.js';
import type { Transaction } from '../platform/database/database.js';
import type { RowOutcomes } from '../platform/imports/row-outcomes.js';
import { AREA_COLUMN, type Column } from './column.js';
import type { ImportKind } from './import-kind.js';
import type { CheckedRow } from './read-sheet.js';

const COLUMNS: readonly Column[] = [
  { ...AREA_COLUMN, hint: `哪个区域的值班表；${AREA_COLUMN.hint}` },
  { key: 'day', heading: '日期', check: 'day', required: true, example: '2026-12-01', hint: '这一班开始的那一天' },
  { key: 'from', heading: '开始时间', check: 'time', required: true, example: '16:00', hint: '24 小时制，如 08:00' },
  {
    key: 'to',
    heading: '结束时间',
    check: 'time',
    required: true,
    example: '00:00',
    hint: '不晚于开始时间的，算到第二天',
  },
  { key: 'name', heading: '姓名', check: 'text', required: true, max: 30, example: '王小明', hint: '已登记的值班人' },
  {
    key: 'phone',
    heading: '手机号',
    check: 'phone',
    required: true,
    example: '19900001234',
    hint: '11 位；与姓名一起对应到人',
  },
  { key: 'shift', heading: '班次', check: 'text', max: 20, example: '中班', hint: '可不填' },
];

/** Who is on duty when: one row for each shift. */
@Injectable()
export class DutyShiftSheet implements ImportKind {
  readonly code = 'duty-shifts';
  readonly name = '值班班次';
  readonly columns = COLUMNS;
  readonly key = ['area', 'day', 'from'];
  readonly roles = ROSTER_KEEPERS;

  constructor(private readonly shifts: ShiftImportService) {}

  begin(tx: Transaction, caller: Caller): Promise<void> {
    return this.shifts.begin(tx, caller);
  }

  take(tx: Transaction, caller: Caller, rows: readonly CheckedRow[], outcomes: RowOutcomes): Promise<void> {
    return this.shifts.take(tx, caller, rows as unknown as ShiftImportRow[], outcomes);
  }
}
