import { REGISTRARS } from '@linshao/domain';
import { Injectable } from '@nestjs/common';
import type { Caller } from '../platform/auth/caller.js';
import type { Transaction } from '../platform/database/database.js';
import type { RowOutcomes } from '../platform/imports/row-outcomes.js';
import { type DwellingImportRow, DwellingImportService } from '../registry/dwelling-import.service.js';
import { AREA_COLUMN, type Column } from './column.js';
import type { ImportKind } from './import-kind.js';
import type { CheckedRow } from './read-sheet.js';

const COLUMNS: readonly Column[] = [
  { ...AREA_COLUMN, example: '320402003012/G01-E01-B03-U2', hint: '楼幢、单元或小区，写“社区代码/自编代码”' },
  {
    key: 'room',
    heading: '房号',
    check: 'text',
    required: true,
    max: 30,
    example: '501',
    hint: '门牌上的号；最多 30 个字',
  },
];

/** Dwellings of a community. */
@Injectable()
export class DwellingSheet implements ImportKind {
  readonly code = 'dwellings';
  readonly name = '房屋';
  readonly columns = COLUMNS;
  readonly key = ['area', 'room'];
  readonly roles = REGISTRARS;

  constructor(private readonly dwellings: DwellingImportService) {}

  begin(tx: Transaction, caller: Caller): Promise<void> {
    return this.dwellings.begin(tx, caller);
  }

  take(tx: Transaction, caller: Caller, rows: readonly CheckedRow[], outcomes: RowOutcomes): Promise<void> {
    return this.dwellings.take(tx, caller, rows as unknown as DwellingImportRow[], outcomes);
  }
}
