import { Injectable, Logger } from '@nestjs/common';
import { type NewDeadline, wakeAt, type WorkCalendar } from '@linshao/domain';
import { Clock } from '../platform/clock/clock.js';
import { Precedence } from '../platform/events/precedence.js';
import { defineJob } from '../platform/queue/job.js';
import { Queues } from '../platform/queue/queues.js';
import { FiringRepository } from './firing.repository.js';

/** Something of this city is due at this second of the Unix epoch; comes a little earlier, to be prepared. */
export const wakeCity = defineJob<{ readonly cityId: number; readonly second: number }>('deadlines-wake');

/** Wakes are planned this far ahead; every sweep plans anew, so that a lost queue is whole again at the next one. */
const HORIZON_SECONDS = 75;
/** So long before its second a firing is prepared. */
const LEAD_MS = 500;

/**
 * Plans the wake-ups: one delayed job per due second and city, however many deadlines end in it. What lies farther ahead is in
 * the table only: pausing, extending and cancelling touch no queue, and a million pending deadlines cost no job.
 */
@Injectable()
export class WakesService {
  private readonly log = new Logger(WakesService.name);
  private readonly planned = new Set<string>();

  constructor(
    private readonly queues: Queues,
    private readonly firing: FiringRepository,
    private readonly precedence: Precedence,
    private readonly clock: Clock,
  ) {}

  /** Plans the seconds ahead of a city. Twice planned is once planned: a job's id is its city and second. */
  async plan(cityId: number): Promise<void> {
    const wakes = await this.firing.wakes(cityId, HORIZON_SECONDS);
    for (const { in_ms } of wakes) this.precedence.expect(in_ms);
    await this.queues.addMany(
      wakeCity,
      wakes.map(({ second, in_ms }) => ({
        data: { cityId, second },
        options: { jobId: jobId(cityId, second), delay: Math.max(0, Math.round(in_ms) - LEAD_MS) },
      })),
    );
  }

  /** For promises so short that the next plan would come too late. Never fails its caller: the sweep finds what nobody woke. */
  soon(cityId: number, deadlines: readonly NewDeadline[], calendar: WorkCalendar): void {
    const now = this.clock.now().getTime();
    for (const deadline of deadlines) {
      // One wake-up at the end of each second in which anything is due, as `plan` has it: an earlier one would leave the rest.
      const second = Math.ceil((wakeAt(deadline, calendar)?.getTime() ?? Infinity) / 1000);
      const delay = second * 1000 - now;
      if (delay > HORIZON_SECONDS * 1000) continue;
      const id = jobId(cityId, second);
      if (this.planned.has(id)) continue;
      if (this.planned.size > 1_000) this.planned.clear();
      this.planned.add(id);
      this.precedence.expect(delay);
      this.queues
        .add(wakeCity, { cityId, second }, { jobId: id, delay: Math.max(0, delay - LEAD_MS) })
        .catch((error: unknown) =>
          this.log.warn({ error: String(error) }, 'could not plan a wake-up; the sweep will find what is due'),
        );
    }
  }
}

const jobId = (cityId: number, second: number): string => `wake-${cityId}-${second}`;
