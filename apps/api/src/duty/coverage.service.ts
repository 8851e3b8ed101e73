import { alarmsDue, GAP_HORIZON_MS, gapsIn, shanghaiIso } from '@linshao/domain';
import { Injectable } from '@nestjs/common';
import { Database, type Transaction } from '../platform/database/database.js';
import { outboxRows } from '../platform/events/event.js';
import { OutboxWaker } from '../platform/events/outbox.jobs.js';
import { CoverageRepository, type WatchedRoster } from './coverage.repository.js';
import { dutyGap } from './duty.events.js';
import { ShiftsRepository } from './shifts.repository.js';

const BATCH = 200;
const FIRST = { cityId: 0, id: '00000000-0000-0000-0000-000000000000' };

/** Looks for times in which nobody will be on duty, and raises an alarm a week, a day and an hour before. */
@Injectable()
export class CoverageService {
  constructor(
    private readonly database: Database,
    private readonly repository: CoverageRepository,
    private readonly shifts: ShiftsRepository,
    private readonly waker: OutboxWaker,
  ) {}

  /** Any number of workers may look at once. Answers with how many alarms this one raised. */
  async check(at?: Date): Promise<number> {
    let raised = 0;
    let after = FIRST;
    for (;;) {
      const batch = await this.database.transaction(async (tx) => {
        const now = at ?? (await this.repository.now(tx));
        const rosters = await this.repository.rosters(tx, after, now, BATCH);
        for (const cityId of new Set(rosters.map((roster) => roster.cityId))) {
          raised += await this.raise(
            tx,
            cityId,
            rosters.filter((roster) => roster.cityId === cityId),
            now,
          );
        }
        return rosters;
      });
      const last = batch.at(-1);
      if (!last || batch.length < BATCH) break;
      after = last;
    }
    if (raised > 0) this.waker.wake();
    return raised;
  }

  /** Rosters with nobody on duty now, and those with a gap within the next week, for the metrics. */
  gaps(): Promise<{ now: number; week: number }> {
    return this.repository.gaps();
  }

  private async raise(tx: Transaction, cityId: number, rosters: readonly WatchedRoster[], now: Date): Promise<number> {
    const to = new Date(now.getTime() + GAP_HORIZON_MS);
    const ids = rosters.map(({ id }) => id);
    const shifts = await this.shifts.backed(cityId, ids, now, to, tx);
    const told = await this.repository.told(tx, cityId, rosters);
    const alarms = rosters.flatMap(({ id, since }) => {
      const gaps = gapsIn(
        shifts.filter(({ rosterId }) => rosterId === id),
        { from: since, to },
      );
      const known = told.filter(({ rosterId }) => rosterId === id);
      return alarmsDue(gaps, known, now).map((alarm) => ({ ...alarm, rosterId: id }));
    });
    if (alarms.length === 0) return 0;
    const mine = await this.repository.raise(tx, cityId, alarms);
    const news = alarms
      .filter((alarm) =>
        mine.some(
          ({ rosterId, from, level }) =>
            rosterId === alarm.rosterId && level === alarm.level && from.getTime() === alarm.from.getTime(),
        ),
      )
      .map(({ rosterId, level, ...gap }) => ({
        areaPath: rosters.find(({ id }) => id === rosterId)?.areaPath ?? String(cityId),
        from: shanghaiIso(gap.from),
        to: shanghaiIso(gap.to),
        level,
      }));
    if (news.length > 0) await tx.rows(outboxRows(dutyGap, cityId, news));
    return news.length;
  }
}
