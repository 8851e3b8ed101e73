import { Injectable } from '@nestjs/common';
import { CalendarDaysImport, type CalendarDayImportRow } from '../calendars/calendar-days-import.service.js';
import type { Caller } from '../platform/auth/caller.js';
import type { Transaction } from '../platform/database/database.js';
import type { RowOutcomes } from '../platform/imports/row-outcomes.js';
import type { Column } from './column.js';
import type { ImportKind } from './import-kind.js';
import type { CheckedRow } from './read-sheet.js';

const COLUMNS: readonly Column[] = [
  {
    key: 'date',
    heading: '日期',
    check: 'day',
    required: true,
    example: '2027-02-06',
    hint: '一行一天；再次导入按它对应',
  },
  {
    key: 'kind',
    heading: '上班/放假',
    check: 'choice',
    required: true,
    choices: { work: '上班', rest: '放假' },
    example: '放假',
    hint: '从列表里选；调休补班写“上班”',
  },
  {
    key: 'reason',
    heading: '原因',
    check: 'text',
    required: true,
    max: 40,
    example: '春节',
    hint: '最多 40 个字，会写进期限的说明',
  },
  {
    key: 'hours',
    heading: '时段',
    check: 'text',
    max: 100,
    example: '',
    hint: '只在上班的日子填，如 08:30-12:00;14:00-17:30；留空按平日作息',
  },
];

/** Days off and make-up workdays, such as a year's official arrangement. */
@Injectable()
export class CalendarDaySheet implements ImportKind {
  readonly code = 'calendar-days';
  readonly name = '工作日历';
  readonly columns = COLUMNS;
  readonly key = ['date'];
  readonly roles = ['administrator'] as const;

  constructor(private readonly days: CalendarDaysImport) {}

  begin(tx: Transaction, caller: Caller): Promise<void> {
    return this.days.begin(tx, caller);
  }

  take(tx: Transaction, caller: Caller, rows: readonly CheckedRow[], outcomes: RowOutcomes): Promise<void> {
    return this.days.take(tx, caller, rows as unknown as CalendarDayImportRow[], outcomes);
  }
}
