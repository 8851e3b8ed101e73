import { mayKeepRoster } from '@linshao/domain';
import { Injectable } from '@nestjs/common';
import { OfficeHolders } from '../organisation/office-holders.service.js';
import type { Caller } from '../platform/auth/caller.js';
import { Clock } from '../platform/clock/clock.js';
import { Database, type Sql } from '../platform/database/database.js';
import { Problem } from '../platform/http/problem.js';
import { rosterNotFound, shiftNotFound } from './roster-access.service.js';
import { type Roster, RostersRepository } from './rosters.repository.js';
import type { ColleaguesDto } from './shift.dto.js';
import { ShiftsRepository } from './shifts.repository.js';

/** More than take turns on any roster. */
const MOST = 100;

/** Who does duty for an area anyway: those who take turns on its roster, and those who hold the office. */
@Injectable()
export class Colleagues {
  constructor(
    private readonly database: Database,
    private readonly rosters: RostersRepository,
    private readonly shifts: ShiftsRepository,
    private readonly offices: OfficeHolders,
    private readonly clock: Clock,
  ) {}

  /** Who could take a shift instead, for the one whose it is and those who keep its roster; nobody else learns that it is there. */
  async of({ cityId, personId, actor }: Caller, shiftId: string): Promise<ColleaguesDto> {
    const shift = await this.shifts.find(cityId, shiftId);
    const roster = shift && (await this.rosters.byId(cityId, shift.rosterId));
    if (!roster) throw shiftNotFound();
    if (shift.personId !== personId && !mayKeepRoster(actor, roster.areaPath, this.clock.now()).ok) {
      throw shiftNotFound();
    }
    const officers = await this.officers(this.database, cityId, roster);
    return { items: await this.shifts.colleagues(cityId, shift, officers, MOST) };
  }

  /** Duty is handed to those who do it anyway: otherwise a shift would be a way to give rights to anybody. */
  async require(tx: Sql, cityId: number, roster: Roster | null, personId: string): Promise<void> {
    if (!roster) throw rosterNotFound();
    if (await this.shifts.takesTurns(tx, cityId, roster.id, personId)) return;
    if ((await this.officers(tx, cityId, roster)).includes(personId)) return;
    throw new Problem(422, 'duty.not_colleague', '只能与本值班表上的同志换班，请另选一位，或请负责人调整');
  }

  /** Of the area itself: those of an area above have duties of their own. */
  private async officers(sql: Sql, cityId: number, { areaPath }: Roster): Promise<readonly string[]> {
    const [office] = await this.offices.find(sql, cityId, [{ role: 'duty_officer', areaPath }]);
    return office && !office.vacant ? office.personIds : [];
  }
}
