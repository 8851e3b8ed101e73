import { Injectable } from '@nestjs/common';
import {
  CHINA_HOLIDAYS,
  defaultCalendar,
  isAnnounced,
  missingYear,
  unenteredHolidays,
  withOverrides,
  type WorkCalendar,
} from '@linshao/domain';
import type { Caller } from '../platform/auth/caller.js';
import { Clock } from '../platform/clock/clock.js';
import { Database, type Transaction } from '../platform/database/database.js';
import { Problem } from '../platform/http/problem.js';
import { invalid } from '../platform/http/validation.js';
import type { AnnouncedYearDto, CalendarDto, ChangeCalendarDto, SetCalendarDayDto } from './calendar.dto.js';
import { type CalendarChange, CalendarChanges } from './calendar-changes.service.js';
import { CalendarsRepository } from './calendars.repository.js';
import { CalendarsService } from './calendars.service.js';
import { requireCityAdministrator } from './city-administrator.js';

/** The calendar in the hands of the city's administrators. */
@Injectable()
export class CalendarAdminService {
  constructor(
    private readonly database: Database,
    private readonly repository: CalendarsRepository,
    private readonly changes: CalendarChanges,
    private readonly calendars: CalendarsService,
    private readonly clock: Clock,
  ) {}

  async show(cityId: number): Promise<CalendarDto> {
    const row = await this.repository.newest(cityId);
    const calendar = row?.data ?? defaultCalendar();
    return {
      version: row?.version ?? 0,
      ...(calendar as unknown as Pick<CalendarDto, 'week' | 'seasons' | 'days' | 'announcedYears'>),
      tableVersion: CHINA_HOLIDAYS.version,
      years: announcedIn(calendar),
      missingYear: missingYear(this.clock.now(), calendar),
      reason: row?.reason ?? null,
      changedAt: row?.created_at ?? null,
    };
  }

  change(caller: Caller, { version, reason, ...parts }: ChangeCalendarDto): Promise<CalendarDto> {
    return this.apply(caller, { reason, basedOn: version, edit: () => parts });
  }

  putDay(caller: Caller, date: string, day: SetCalendarDayDto): Promise<CalendarDto> {
    requireDate(date);
    return this.apply(caller, {
      reason: `${date} ${day.reason}`,
      edit: (calendar) => ({ ...calendar, days: { ...calendar.days, [date]: { ...day } } }),
    });
  }

  /** A day nobody ever said anything about stays as it is. */
  removeDay(caller: Caller, date: string): Promise<CalendarDto> {
    requireDate(date);
    return this.apply(caller, {
      reason: `${date} 恢复为官方安排`,
      edit: ({ days, ...others }) => ({
        ...others,
        days: Object.fromEntries(Object.entries(days).filter(([other]) => other !== date)),
      }),
    });
  }

  /** A year the official table has needs no announcing. */
  announce(caller: Caller, text: string): Promise<CalendarDto> {
    if (!/^20[2-9]\d$/.test(text))
      throw invalid([{ field: 'year', code: 'year', message: '年份应在 2020 年到 2099 年之间' }]);
    const year = Number(text);
    const edit = (calendar: WorkCalendar): WorkCalendar => {
      if (isAnnounced(year, calendar)) return calendar;
      const missing = unenteredHolidays(year, calendar);
      if (missing.length === 0) return withOverrides(calendar, {}, [year]);
      throw new Problem(422, 'calendar.year_incomplete', `${year}年的放假日还没有录全：${missing.join('、')}`, {
        facts: { missing },
      });
    };
    return this.apply(caller, { reason: `${year}年放假安排已录入`, edit });
  }

  private async apply(caller: Caller, change: Omit<CalendarChange, 'cityId' | 'byPersonId'>): Promise<CalendarDto> {
    const { cityId, personId: byPersonId } = caller;
    requireCityAdministrator(caller, this.clock.now());
    await this.database.transaction((tx: Transaction) => this.changes.apply(tx, { ...change, cityId, byPersonId }));
    this.calendars.forget(cityId);
    return this.show(cityId);
  }
}

function announcedIn(calendar: WorkCalendar): AnnouncedYearDto[] {
  const official = Object.keys(CHINA_HOLIDAYS.years).map((year) => ({ year: Number(year), by: 'official' as const }));
  const own = calendar.announcedYears.filter((year) => !(String(year) in CHINA_HOLIDAYS.years));
  return [...official, ...own.map((year) => ({ year, by: 'city' as const }))].sort((a, b) => a.year - b.year);
}

/** Whether there is such a day is the calendar's own question. */
function requireDate(date: string): void {
  if (/^20[2-9]\d-\d\d-\d\d$/.test(date)) return;
  throw invalid([{ field: 'date', code: 'date', message: '日期应如 2026-02-14，在 2020 年到 2099 年之间' }]);
}
