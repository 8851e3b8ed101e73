import { type Climb, fireDeadline, PROMISE_KINDS, type RungRole, rungRoleFor, seatOf } from '@linshao/domain';
import { Injectable } from '@nestjs/common';
import { CalendarsService } from '../calendars/calendars.service.js';
import { type Office, OfficeHolders } from '../organisation/office-holders.service.js';
import type { Sql } from '../platform/database/database.js';
import { PlaybooksService } from '../playbooks/playbooks.service.js';
import { toDeadline } from './deadline-row.js';
import { FiredEffects, type Fired, type Written } from './fired-effects.js';
import { type DueRow, FiringRepository } from './firing.repository.js';

const UNBOUND: ReadonlyMap<string, { readonly settled: boolean }> = new Map();

/** Says what time does to deadlines and everything that follows from it. Reads, and writes nothing. */
@Injectable()
export class JudgeService {
  constructor(
    private readonly repository: FiringRepository,
    private readonly calendars: CalendarsService,
    private readonly playbooks: PlaybooksService,
    private readonly offices: OfficeHolders,
  ) {}

  /**
   * @param roots the promises behind rungs and answers, locked; a row whose promise is not among them is left out
   * @param climbed the escalations these promises have already, as `deadline rung`
   */
  async judge(
    sql: Sql,
    cityId: number,
    due: readonly DueRow[],
    roots: ReadonlyMap<string, { readonly settled: boolean }> = UNBOUND,
    climbed: ReadonlySet<string> = new Set(),
  ): Promise<Fired[]> {
    const { calendar } = await this.calendars.inForce(cityId);
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
        return { row, firing, climb: firing.type === 'missed' && row.order_id !== null ? firing.climb : null };
      }),
    );
    return this.withinCircles(sql, cityId, climbingOnce(fired, climbed));
  }

  /** The rows that make it true, one for each. @param nextId makes the ids of what is new */
  async effects(sql: Sql, cityId: number, fired: readonly Fired[], nextId: () => string): Promise<Written[]> {
    const { calendar } = await this.calendars.inForce(cityId);
    const climbing = fired.flatMap(({ row, climb }) => (climb ? [{ id: row.id, office: officeOf(row, climb) }] : []));
    const found = await this.offices.find(
      sql,
      cityId,
      climbing.map(({ office }) => office),
    );
    const holders = new Map(climbing.map(({ id }, i) => [id, found[i]]));
    const effects = new FiredEffects(cityId, calendar, nextId);
    return fired.map((each) => effects.of(each, holders.get(each.row.id)));
  }

  /** Asked only of what climbs beyond the circle of a confidential order. */
  private async withinCircles(sql: Sql, cityId: number, fired: readonly Fired[]): Promise<Fired[]> {
    const beyond = fired.filter(leavesCircle);
    const confidential = await this.repository.confidential(sql, cityId, idsOf(beyond.map(({ row }) => row.order_id)));
    return fired.map((each) => {
      const { climb, row } = each;
      if (climb === null || row.order_id === null || !confidential.has(row.order_id)) return each;
      return { ...each, climb: { ...climb, to: { ...climb.to, role: rungRoleFor(climb.to.role, IN_CONFIDENCE) } } };
    });
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

const officeOf = ({ area_path: areaPath }: DueRow, { to: { role } }: Climb): Office => ({
  role,
  areaPath: seatOf(role, areaPath),
});

const IN_CONFIDENCE = { confidential: true } as const;
const isOutside = (role: RungRole): boolean => rungRoleFor(role, IN_CONFIDENCE) !== role;

/** Whether it climbs to an office that may not know of a confidential order. */
export const leavesCircle = ({ climb }: Fired): boolean => climb !== null && isOutside(climb.to.role);

export const idsOf = (ids: readonly (string | null)[]): string[] => [...new Set(ids.filter((id) => id !== null))];
