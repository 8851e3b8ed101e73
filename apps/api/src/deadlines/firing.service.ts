import { Injectable, Logger } from '@nestjs/common';
import { fireDeadline, type NewDeadline, PROMISE_KINDS, type RungRole, rungRoleFor } from '@linshao/domain';
import { CalendarsService } from '../calendars/calendars.service.js';
import { OfficeHolders } from '../organisation/office-holders.service.js';
import { Database, type Transaction } from '../platform/database/database.js';
import { OutboxWaker } from '../platform/events/outbox.jobs.js';
import { Precedence } from '../platform/events/precedence.js';
import { OperationMeters } from '../platform/metrics/operation-meters.js';
import { PlaybooksService } from '../playbooks/playbooks.service.js';
import { toDeadline } from './deadline-row.js';
import { FiredEffects, type Fired } from './fired-effects.js';
import { FiringHooks } from './firing-hooks.service.js';
import { type DueRow, FiringRepository } from './firing.repository.js';
import { WakesService } from './wakes.service.js';

const BATCH = 250;
/** How many batches of a city are under way at once in one process: one judged while one is written; a third gained nothing. */
const LANES = 2;
/** How much smaller the next batch is after one that failed. */
const SHRINK = 8;
/** With so many that cannot be fired it is not them. */
const MOST_BROKEN = 20;

/** A city's clock being brought up to now. */
interface Drain {
  /** Those that could not be fired, and why. */
  readonly broken: { readonly id: string; readonly error: unknown }[];
  readonly failures: { readonly error: unknown }[];
  fired: number;
  /** Something was due whose promise another lane or worker held. */
  left: boolean;
}

/**
 * The one handler of time: takes what is due by the database's clock, batch by batch, and makes everything that follows true in
 * the same transaction: state, reminder or miss, next rung, history, news. Idempotent: woken twice, by two workers, after a
 * crash or a day too late, each deadline fires once.
 */
@Injectable()
export class FiringService {
  private readonly log = new Logger(FiringService.name);

  constructor(
    private readonly database: Database,
    private readonly repository: FiringRepository,
    private readonly calendars: CalendarsService,
    private readonly playbooks: PlaybooksService,
    private readonly offices: OfficeHolders,
    private readonly hooks: FiringHooks,
    private readonly meters: OperationMeters,
    private readonly waker: OutboxWaker,
    private readonly wakes: WakesService,
    private readonly precedence: Precedence,
  ) {}

  /**
   * Fires everything that is due in a city now, the oldest first. Answers with how many. One that cannot be fired holds up
   * nobody: ever smaller batches find it, the others fire, and it is tried again at the next sweep.
   * @throws what the first of those threw, after all others have fired
   */
  drain(cityId: number): Promise<number> {
    return this.precedence.first(async () => {
      const drain: Drain = { broken: [], failures: [], fired: 0, left: false };
      const lanes: Promise<void>[] = [];
      // While one batch is written the next is judged. Another lane opens only when a batch was full.
      const open = (): void => {
        if (lanes.length < LANES) lanes.push(this.lane(cityId, drain, open));
      };
      open();
      for (const lane of lanes) await lane;
      // Of two misses of one promise in two lanes, one had to be left.
      if (drain.left && drain.failures.length === 0) await this.lane(cityId, drain, () => undefined);
      const [failure] = [...drain.failures, ...drain.broken];
      if (failure) throw failure.error;
      return drain.fired;
    });
  }

  /** One batch after the other. Never throws: the other lanes go on. */
  private async lane(cityId: number, drain: Drain, full: () => void): Promise<void> {
    let size = BATCH;
    for (;;) {
      const taken: DueRow[] = [];
      const take = (due: readonly DueRow[]): void => {
        taken.push(...due);
        if (due.length === BATCH) full();
      };
      try {
        const but = drain.broken.map(({ id }) => id);
        const batch = await this.database.transaction((tx) => this.fireBatch(tx, cityId, { size, but }, take));
        if (batch.length > 0) await this.follow(cityId, batch);
        drain.fired += batch.length;
        drain.left ||= batch.length < taken.length;
        if (batch.length === 0 || (size === BATCH && batch.length < BATCH)) return;
        size = Math.min(BATCH, size * SHRINK);
      } catch (error) {
        const [first] = taken;
        // Nothing was taken: it is the database itself.
        if (!first || drain.broken.length >= MOST_BROKEN) {
          drain.failures.push({ error });
          return;
        }
        if (taken.length === 1) {
          this.log.error({ deadline: first.id, error: String(error) }, 'a deadline could not be fired');
          drain.broken.push({ id: first.id, error });
        }
        size = taken.length === 1 ? BATCH : Math.ceil(taken.length / SHRINK);
      }
    }
  }

  async drainAll(): Promise<number> {
    let fired = 0;
    for (const cityId of await this.repository.cities()) fired += await this.drain(cityId);
    return fired;
  }

  private async follow(cityId: number, batch: readonly Fired[]): Promise<void> {
    this.measure(batch);
    this.waker.wake();
    this.wakes.soon(cityId, batch.flatMap(whatRunsOn), (await this.calendars.inForce(cityId)).calendar);
  }

  /** @param take hears what it is at, for whoever must know when it fails */
  private async fireBatch(
    tx: Transaction,
    cityId: number,
    { size, but }: { readonly size: number; readonly but: readonly string[] },
    take: (due: readonly DueRow[]) => void,
  ): Promise<readonly Fired[]> {
    const started = performance.now();
    const due = await this.repository.due(tx, cityId, size, but);
    take(due);
    if (due.length === 0) return [];
    const { calendar } = await this.calendars.inForce(cityId);
    const fired = await this.judge(tx, cityId, due);
    const effects = new FiredEffects(cityId, fired, calendar);
    const holders = await this.offices.find(tx, cityId, effects.offices);
    const written = effects.with(holders);
    await this.repository.write(tx, cityId, written.batch);
    await this.hooks.tell(tx, cityId, written.missed, written.escalations);
    const took = performance.now() - started;
    return fired.map((each) => ({ ...each, lateMs: each.lateMs + took }));
  }

  /** What time does to each of them; those whose promise somebody else holds at the moment are left for later. */
  private async judge(tx: Transaction, cityId: number, due: readonly DueRow[]): Promise<Fired[]> {
    const { calendar } = await this.calendars.inForce(cityId);
    const roots = await this.repository.lockRoots(tx, cityId, idsOf(due.map(({ root_id }) => root_id)));
    const climbed = await this.repository.climbed(tx, cityId, [...roots.keys()]);
    const ready = due.filter(({ root_id }) => root_id === null || roots.has(root_id));
    const fired = await Promise.all(
      ready.map(async (row): Promise<Fired> => {
        const root = row.root_id === null ? undefined : roots.get(row.root_id);
        const firing = fireDeadline(toDeadline(row), row.now, calendar, {
          ladder: (await this.playbooks.policyOf(cityId, row.playbook_id, row.category)).ladder,
          rootSettled: root?.settled ?? false,
          rootKind: PROMISE_KINDS.find((kind) => kind === row.root_kind) ?? null,
          scale: row.scale,
        });
        const climb = firing.type === 'missed' && row.order_id !== null ? firing.climb : null;
        return { row, firing, climb, lateMs: row.now.getTime() - (row.wake_at ?? row.now).getTime() };
      }),
    );
    return this.withinCircles(tx, cityId, climbingOnce(fired, climbed));
  }

  /** Asked only of what climbs beyond the circle of a confidential order. */
  private async withinCircles(tx: Transaction, cityId: number, fired: readonly Fired[]): Promise<Fired[]> {
    const beyond = fired.filter(({ climb }) => climb !== null && leavesCircle(climb.to.role));
    const confidential = await this.repository.confidential(tx, cityId, idsOf(beyond.map(({ row }) => row.order_id)));
    return fired.map((each) => {
      const { climb, row } = each;
      if (climb === null || row.order_id === null || !confidential.has(row.order_id)) return each;
      return { ...each, climb: { ...climb, to: { ...climb.to, role: rungRoleFor(climb.to.role, IN_CONFIDENCE) } } };
    });
  }

  private measure(batch: readonly Fired[]): void {
    for (const { row, firing, climb, lateMs } of batch) {
      this.meters.fired(row.kind, lateMs);
      if (firing.type === 'missed') this.meters.missed(row.kind);
      if (firing.type === 'reminded') this.meters.reminded(row.kind);
      if (climb) this.meters.escalated(climb.rung);
    }
  }
}

/**
 * Of several misses of one promise (its rung and the answer that rung asked for) only the first climbs, also when all are
 * judged in one batch. @param climbed what earlier batches wrote, as `deadline rung`
 */
function climbingOnce(fired: readonly Fired[], climbed: ReadonlySet<string>): Fired[] {
  const taken = new Set(climbed);
  return fired.map((each) => {
    if (each.climb === null) return each;
    const place = `${each.climb.rootId} ${each.climb.rung}`;
    if (taken.has(place)) return { ...each, climb: null };
    taken.add(place);
    return each;
  });
}

const IN_CONFIDENCE = { confidential: true } as const;
const leavesCircle = (role: RungRole): boolean => rungRoleFor(role, IN_CONFIDENCE) !== role;

/** The next reminder or the end of what was reminded, and the rung that began. */
const whatRunsOn = ({ firing, climb }: Fired): NewDeadline[] => [
  ...(firing.type === 'reminded' ? [firing.deadline] : []),
  ...(climb ? [climb.deadline] : []),
];

const idsOf = (ids: readonly (string | null)[]): string[] => [...new Set(ids.filter((id) => id !== null))];
