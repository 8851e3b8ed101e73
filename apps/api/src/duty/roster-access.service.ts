import { type Area, AreasService } from '../organisation/areas.service.js';
import { type AreaPath, mayKeepRoster, mayWorkAtDesk, type Period } from '@linshao/domain';
import { Injectable } from '@nestjs/common';
import type { Caller } from '../platform/auth/caller.js';
import { Clock } from '../platform/clock/clock.js';
import { Database, type Sql } from '../platform/database/database.js';
import { notFound, Problem, problemOf } from '../platform/http/problem.js';
import { type Roster, RostersRepository } from './rosters.repository.js';
import { type ShiftRow, ShiftsRepository } from './shifts.repository.js';

/** Finds rosters for those who may see or change them. */
@Injectable()
export class RosterAccess {
  constructor(
    private readonly database: Database,
    private readonly areas: AreasService,
    private readonly rosters: RostersRepository,
    private readonly shifts: ShiftsRepository,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 404 for an area that is not there. */
  async area(cityId: number, reference: string): Promise<Area> {
    const area = await this.areas.areaNamed(cityId, reference);
    if (!area) throw notFound('area.not_found', '没有找到这个区域，请核对编号或代码');
    return area;
  }

  /** The roster of exactly this area, with its shifts that meet the period. @throws Problem 404 for an area without one. */
  async rosterAt(
    cityId: number,
    areaPath: AreaPath,
    { from, to }: Period,
  ): Promise<{ roster: Roster; shifts: ShiftRow[] }> {
    const [roster] = await this.rosters.ofAreas(cityId, [areaPath]);
    if (!roster) throw rosterNotFound();
    return { roster, shifts: await this.shifts.meeting(this.database, cityId, [roster.id], from, to) };
  }

  /** The roster, locked for a change. */
  async toKeep(tx: Sql, caller: Caller, id: string): Promise<Roster> {
    const roster = await this.rosters.byId(caller.cityId, id, tx, true);
    if (!roster) throw rosterNotFound();
    const decision = mayKeepRoster(caller.actor, roster.areaPath, this.clock.now());
    if (!decision.ok) throw problemOf(decision);
    return roster;
  }

  /** Its keepers, those on duty in the area, and those who take turns on it. */
  async toRead(caller: Caller, id: string): Promise<Roster> {
    const { cityId, personId, actor } = caller;
    const roster = await this.rosters.byId(cityId, id);
    if (!roster) throw rosterNotFound();
    const decision = mayWorkAtDesk(actor, roster.areaPath, this.clock.now());
    if (!decision.ok && !(await this.shifts.takesTurns(this.database, cityId, roster.id, personId))) {
      throw problemOf(decision);
    }
    return roster;
  }
}

export const rosterNotFound = (): Problem => notFound('duty.roster_not_found', '没有找到这张值班表，请核对编号');
export const shiftNotFound = (): Problem =>
  notFound('duty.shift_not_found', '没有找到这一班，它可能已被调整，请刷新后再看');
