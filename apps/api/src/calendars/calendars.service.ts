import { Injectable } from '@nestjs/common';
import { defaultCalendar, type WorkCalendar } from '@linshao/domain';
import type { Database } from '../platform/database/database.js';
import { CalendarsRepository } from './calendars.repository.js';

export interface CalendarInForce {
  /** The same object while unchanged: what the clock derives from it (whole years) is kept with the object. */
  readonly calendar: WorkCalendar;
  /** 0: the city never said anything, and the default hours apply. */
  readonly version: number;
}

interface Cached extends CalendarInForce {
  readonly until: number;
}

/** A changed calendar reaches every process within this time. */
const CACHE_MS = 5_000;

const DEFAULT: CalendarInForce = { calendar: defaultCalendar(), version: 0 };

/**
 * The working calendar a city counts by. It holds the city's own words only, weekly hours and single days; the official
 * holidays come from the table this program was built with, also for a calendar that was made before that table.
 */
@Injectable()
export class CalendarsService {
  private readonly cache = new Map<number, Cached>();

  constructor(private readonly repository: CalendarsRepository) {}

  /** For programs beside the application. */
  static on(database: Database): CalendarsService {
    return new CalendarsService(new CalendarsRepository(database));
  }

  async inForce(cityId: number): Promise<CalendarInForce> {
    const cached = this.cache.get(cityId);
    if (cached && cached.until > performance.now()) return cached;
    const until = performance.now() + CACHE_MS;
    const version = await this.repository.version(cityId);
    const entry = cached?.version === version ? { ...cached, until } : { ...(await this.load(cityId)), until };
    // Two callers may have looked at once: the later one must not bring back an older version, nor a second object.
    const present = this.cache.get(cityId);
    const kept = present && present.version >= entry.version ? { ...present, until } : entry;
    this.cache.set(cityId, kept);
    return kept;
  }

  /** To be called after the commit of a change; other processes see it within seconds. */
  forget(cityId: number): void {
    const cached = this.cache.get(cityId);
    if (cached) this.cache.set(cityId, { ...cached, until: 0 });
  }

  private async load(cityId: number): Promise<CalendarInForce> {
    const row = await this.repository.newest(cityId);
    return row ? { calendar: row.data, version: row.version } : DEFAULT;
  }
}
