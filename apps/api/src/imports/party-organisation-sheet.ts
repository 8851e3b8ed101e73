import { PARTY_LEVEL_CODES, PARTY_LEVELS } from '@linshao/domain';
import { Injectable } from '@nestjs/common';
import {
  type PartyOrganisationImportRow,
  PartyOrganisationImportService,
} from '../organisation/party-organisation-import.service.js';
import type { Caller } from '../platform/auth/caller.js';
import type { Transaction } from '../platform/database/database.js';
import type { RowOutcomes } from '../platform/imports/row-outcomes.js';
import { AREA_COLUMN, type Column } from './column.js';
import type { ImportKind } from './import-kind.js';
import type { CheckedRow } from './read-sheet.js';

const LEVEL_NAMES = Object.fromEntries(PARTY_LEVEL_CODES.map((level) => [level, PARTY_LEVELS[level].name]));

const COLUMNS: readonly Column[] = [
  {
    key: 'code',
    heading: '党组织代码',
    check: 'code',
    required: true,
    example: 'FQ-ZB1',
    hint: '全市唯一，自编；再次导入按它对应',
  },
  {
    key: 'name',
    heading: '党组织名称',
    check: 'text',
    required: true,
    example: '富强新村社区第一党支部',
    hint: '最多 60 个字',
  },
  {
    key: 'level',
    heading: '级别',
    check: 'choice',
    required: true,
    choices: LEVEL_NAMES,
    example: PARTY_LEVELS.branch.name,
    hint: '从列表里选',
  },
  { key: 'parent', heading: '上级代码', check: 'code', example: 'FQ-DW', hint: '最上级的留空；上级可以在同一张表里' },
  AREA_COLUMN,
];

/** The party-organisation tree. */
@Injectable()
export class PartyOrganisationSheet implements ImportKind {
  readonly code = 'party-organisations';
  readonly name = '党组织';
  readonly columns = COLUMNS;
  readonly key = ['code'];
  readonly roles = ['administrator'] as const;

  constructor(private readonly organisations: PartyOrganisationImportService) {}

  inOrder(rows: readonly CheckedRow[]): CheckedRow[] {
    const depth = ({ level }: CheckedRow): number => PARTY_LEVEL_CODES.findIndex((code) => code === level);
    return [...rows].sort((a, b) => depth(a) - depth(b));
  }

  begin(tx: Transaction, caller: Caller): Promise<void> {
    return this.organisations.begin(tx, caller);
  }

  take(tx: Transaction, caller: Caller, rows: readonly CheckedRow[], outcomes: RowOutcomes): Promise<void> {
    return this.organisations.take(tx, caller, rows as unknown as PartyOrganisationImportRow[], outcomes);
  }
}
