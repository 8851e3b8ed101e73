import { Injectable } from '@nestjs/common';
import { CHINA_HOLIDAYS, missingYear, weekOf } from '@linshao/domain';
import { Clock } from '../platform/clock/clock.js';
import { CalendarsRepository } from './calendars.repository.js';
import { CalendarsService } from './calendars.service.js';

/** Sees to it that no year begins without its days off, and that a new official table is noticed. */
@Injectable()
export class YearWatch {
  constructor(
    private readonly repository: CalendarsRepository,
    private readonly calendars: CalendarsService,
    private readonly clock: Clock,
  ) {}

  /** Safe to run at any time, in any number of processes at once. Answers with how many alarms it raised. */
  async look(): Promise<number> {
    const now = this.clock.now();
    let raised = 0;
    for (const cityId of await this.repository.citiesAtWork()) {
      const { calendar, version } = await this.calendars.inForce(cityId);
      await this.repository.useTable(cityId, CHINA_HOLIDAYS.version, version);
      const year = missingYear(now, calendar);
      if (year !== null && (await this.repository.raiseAlarm(cityId, year, weekOf(now)))) raised += 1;
    }
    return raised;
  }

  /** The year within sixty days whose days off are missing, by city at work; for metrics. */
  async missing(): Promise<ReadonlyMap<number, number | null>> {
    const now = this.clock.now();
    const years = new Map<number, number | null>();
    for (const cityId of await this.repository.citiesAtWork()) years.set(cityId, await this.missingIn(cityId, now));
    return years;
  }

  /** The year within sixty days whose days off are missing in a city; null: none. */
  async missingIn(cityId: number, now = this.clock.now()): Promise<number | null> {
    return missingYear(now, (await this.calendars.inForce(cityId)).calendar);
  }
}
