import { UNIT_KINDS } from '@linshao/domain';
import { Injectable } from '@nestjs/common';
import { type UnitImportRow, UnitImportService } from '../organisation/unit-import.service.js';
import type { Caller } from '../platform/auth/caller.js';
import type { Transaction } from '../platform/database/database.js';
import type { RowOutcomes } from '../platform/imports/row-outcomes.js';
import { AREA_COLUMN, type Column } from './column.js';
import type { ImportKind } from './import-kind.js';
import type { CheckedRow } from './read-sheet.js';

const COLUMNS: readonly Column[] = [
  {
    key: 'code',
    heading: '单位代码',
    check: 'code',
    required: true,
    example: 'WY-ANJU',
    hint: '全市唯一，自编；再次导入按它对应',
  },
  {
    key: 'name',
    heading: '单位名称',
    check: 'text',
    required: true,
    example: '安居物业服务有限公司',
    hint: '最多 60 个字',
  },
  {
    key: 'kind',
    heading: '类型',
    check: 'choice',
    required: true,
    choices: UNIT_KINDS,
    example: UNIT_KINDS.property_company,
    hint: '从列表里选',
  },
  AREA_COLUMN,
  {
    key: 'address',
    heading: '地址',
    check: 'text',
    max: 200,
    example: '桃园路 1 号',
    hint: '最多 200 个字；留空则不改',
  },
];

/** Departments, employers, property companies, shops, social organisations. */
@Injectable()
export class UnitSheet implements ImportKind {
  readonly code = 'units';
  readonly name = '单位';
  readonly columns = COLUMNS;
  readonly key = ['code'];
  readonly roles = ['administrator'] as const;

  constructor(private readonly units: UnitImportService) {}

  begin(tx: Transaction, caller: Caller): Promise<void> {
    return this.units.begin(tx, caller);
  }

  take(tx: Transaction, caller: Caller, rows: readonly CheckedRow[], outcomes: RowOutcomes): Promise<void> {
    return this.units.take(tx, caller, rows as unknown as UnitImportRow[], outcomes);
  }
}
