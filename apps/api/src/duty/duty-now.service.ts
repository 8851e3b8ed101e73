import { isStandInName, nowAndNext, shanghaiIso, upFrom } from '@linshao/domain';
import { Inject, Injectable } from '@nestjs/common';
import { OfficeHolders } from '../organisation/office-holders.service.js';
import type { Caller } from '../platform/auth/caller.js';
import { Clock } from '../platform/clock/clock.js';
import type { Config } from '../platform/config/config.js';
import { CONFIG } from '../platform/config/config.module.js';
import { Database } from '../platform/database/database.js';
import type { DutyNowDto, OnDutyDto } from './duty-now.dto.js';
import { RosterAccess } from './roster-access.service.js';
import { type Roster, RostersRepository } from './rosters.repository.js';
import { type ShiftRow, ShiftsRepository } from './shifts.repository.js';

/** Who answers now and next: for everybody to see, by post and never by name. */
@Injectable()
export class DutyNowService {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly database: Database,
    private readonly access: RosterAccess,
    private readonly rosters: RostersRepository,
    private readonly shifts: ShiftsRepository,
    private readonly offices: OfficeHolders,
    private readonly clock: Clock,
  ) {}

  /** The area's roster, then those of the areas above it, then whoever holds the office without a roster. */
  async now(caller: Caller | null, reference: string): Promise<DutyNowDto> {
    const cityId = caller?.cityId ?? this.config.cityId;
    const { path, name } = await this.access.area(cityId, reference);
    const order = upFrom(path);
    const rosters = (await this.rosters.ofAreas(cityId, order)).sort(
      (one, other) => order.indexOf(one.areaPath) - order.indexOf(other.areaPath),
    );
    const ids = rosters.map(({ id }) => id);
    const now = this.clock.now();
    const coming = await this.shifts.coming(cityId, ids, now);
    const turns = rosters.map((roster) => ({
      roster,
      ...nowAndNext(
        coming.filter(({ rosterId }) => rosterId === roster.id),
        now,
      ),
    }));
    const [current] = turns.flatMap(({ roster, now: shift }) => (shift ? [onDuty(roster, shift)] : []));
    const [next = null] = turns.flatMap(({ roster, next: shift }) => (shift ? [onDuty(roster, shift)] : []));
    return { area: { path, name }, now: current ?? (await this.standing(cityId, path)), next };
  }

  private async standing(cityId: number, areaPath: string): Promise<OnDutyDto | null> {
    const [office] = await this.offices.find(this.database, cityId, [{ role: 'duty_officer', areaPath }]);
    const [personId] = office?.personIds ?? [];
    if (!office || personId === undefined) return null;
    const post = await this.shifts.standingPost(cityId, personId, office.areaPath);
    return (
      post && {
        postName: post.name,
        from: shanghaiIso(post.from),
        to: post.to && shanghaiIso(post.to),
        standIn: isStandInName(post.name),
      }
    );
  }
}

const onDuty = ({ name }: Roster, { from, to, standInFor }: ShiftRow): OnDutyDto => ({
  postName: name,
  from: shanghaiIso(from),
  to: shanghaiIso(to),
  standIn: standInFor !== null,
});
