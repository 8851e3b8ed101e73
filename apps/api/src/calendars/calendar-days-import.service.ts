import { Injectable } from '@nestjs/common';
import { canonicalJson, type DayOverride, defaultCalendar, type WorkSpan } from '@linshao/domain';
import type { Caller } from '../platform/auth/caller.js';
import { Clock } from '../platform/clock/clock.js';
import type { Transaction } from '../platform/database/database.js';
import type { ImportRow, RowOutcomes } from '../platform/imports/row-outcomes.js';
import { CalendarChanges } from './calendar-changes.service.js';
import { CalendarsRepository } from './calendars.repository.js';
import { CalendarsService } from './calendars.service.js';
import { administersCity } from './city-administrator.js';

export type CalendarDayImportRow = ImportRow<{
  readonly date: string;
  readonly kind: DayOverride['kind'];
  readonly reason: string;
  readonly hours: string | null;
}>;

/** Days of a calendar from a sheet, known again by their date. */
@Injectable()
export class CalendarDaysImport {
  constructor(
    private readonly repository: CalendarsRepository,
    private readonly changes: CalendarChanges,
    private readonly calendars: CalendarsService,
    private readonly clock: Clock,
  ) {}

  begin(tx: Transaction, { cityId }: Caller): Promise<void> {
    return this.repository.lock(tx, cityId);
  }

  /** All days of a batch are one version of the calendar. */
  async take(
    tx: Transaction,
    caller: Caller,
    rows: readonly CalendarDayImportRow[],
    outcomes: RowOutcomes,
  ): Promise<void> {
    const { cityId, personId: byPersonId } = caller;
    const mayChange = administersCity(caller, this.clock.now());
    const known = ((await this.repository.newest(cityId, tx))?.data ?? defaultCalendar()).days;
    const days: Record<string, DayOverride> = {};
    for (const row of rows) {
      const day = mayChange ? this.dayOf(row, outcomes) : null;
      if (!mayChange) outcomes.refuse(row, null, 'area.beyond_yours', '工作日历由市级管理员维护');
      if (!day) continue;
      const before = known[row.date];
      if (before && canonicalJson(before) === canonicalJson(day)) outcomes.unchanged += 1;
      else {
        days[row.date] = day;
        if (before) outcomes.changed += 1;
        else outcomes.added += 1;
      }
    }
    if (Object.keys(days).length === 0) return;
    await this.changes.apply(tx, {
      cityId,
      byPersonId,
      reason: `导入${Object.keys(days).length}天`,
      edit: (calendar) => ({ ...calendar, days: { ...calendar.days, ...days } }),
    });
    this.calendars.forget(cityId);
  }

  /** What one row says of its day; null with a problem when it cannot be. */
  private dayOf(row: CalendarDayImportRow, outcomes: RowOutcomes): DayOverride | null {
    const { date, kind, reason, hours } = row;
    const spans = hours === null ? [] : spansOf(hours);
    if (!/^20[2-9]\d-/.test(date)) outcomes.refuse(row, '日期', 'range', '应在 2020 年到 2099 年之间');
    else if (kind === 'rest' && hours !== null) outcomes.refuse(row, '时段', 'hours', '放假的日子不写时段');
    else if (!spans) outcomes.refuse(row, '时段', 'hours', '应如 08:30-12:00;14:00-17:30，从早到晚，互不重叠');
    else return { kind, reason, ...(hours !== null && { hours: spans }) };
    return null;
  }
}

const SPAN = /^((?:[01]?\d|2[0-3]):[0-5]\d)-((?:[01]?\d|2[0-3]):[0-5]\d|24:00)$/;

/** 08:30-12:00;14:00-17:30, however the dashes and commas are typed; null when it is no such thing. */
function spansOf(text: string): WorkSpan[] | null {
  const parts = text
    .normalize('NFKC')
    .replace(/\s*[-–—~至到]\s*/g, '-')
    .split(/[;,、\s]+/)
    .filter((part) => part !== '');
  const spans: WorkSpan[] = [];
  for (const part of parts) {
    const [, from = '', to = ''] = SPAN.exec(part) ?? [];
    const span: WorkSpan = [from.padStart(5, '0'), to.padStart(5, '0')];
    if (from === '' || span[0] >= span[1] || span[0] < (spans.at(-1)?.[1] ?? '')) return null;
    spans.push(span);
  }
  return spans.length > 0 ? spans : null;
}
