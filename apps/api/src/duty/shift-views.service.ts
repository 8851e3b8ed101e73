import { gapsIn, LONGEST_PLAN_DAYS, shanghaiIso } from '@linshao/domain';
import { Injectable } from '@nestjs/common';
import type { Caller } from '../platform/auth/caller.js';
import { Clock } from '../platform/clock/clock.js';
import { decodeCursor, isId, isMoment, pageOf } from '../platform/http/cursor.js';
import { Problem } from '../platform/http/problem.js';
import { nextId } from '../platform/ids.js';
import { RosterAccess, shiftNotFound } from './roster-access.service.js';
import type { CoverageDto, CoverageQueryDto, ShiftDto, ShiftPageDto, ShiftPageQueryDto } from './shift.dto.js';
import { type ShiftFilter, type ShiftInList, ShiftsRepository } from './shifts.repository.js';

const DAY = 86_400_000;

/** Shifts as those see them who take them. */
@Injectable()
export class ShiftViews {
  constructor(
    private readonly access: RosterAccess,
    private readonly shifts: ShiftsRepository,
    private readonly clock: Clock,
  ) {}

  newId(): string {
    return nextId();
  }

  async list(caller: Caller, rosterId: string, query: ShiftPageQueryDto): Promise<ShiftPageDto> {
    const roster = await this.access.toRead(caller, rosterId);
    return this.page({ cityId: caller.cityId, rosterId: roster.id }, query);
  }

  /** The caller's own shifts that run or are to come. */
  mine({ cityId, personId }: Caller, query: ShiftPageQueryDto): Promise<ShiftPageDto> {
    return this.page({ cityId, personId }, query);
  }

  async one(cityId: number, id: string): Promise<ShiftDto> {
    const row = await this.shifts.inList(cityId, id);
    if (!row) throw shiftNotFound();
    return viewOf(row);
  }

  /** When nobody is on duty in a period, as planned now. */
  async coverage(caller: Caller, rosterId: string, query: CoverageQueryDto): Promise<CoverageDto> {
    const roster = await this.access.toRead(caller, rosterId);
    const from = query.from ?? this.clock.now();
    const to = query.to ?? new Date(from.getTime() + 7 * DAY);
    if (to <= from || to.getTime() - from.getTime() > LONGEST_PLAN_DAYS * DAY) {
      throw new Problem(422, 'duty.period', `结束时间应晚于开始时间，最长 ${LONGEST_PLAN_DAYS} 天`);
    }
    const shifts = await this.shifts.backed(caller.cityId, [roster.id], from, to);
    const gaps = gapsIn(shifts, { from, to }).map((gap) => ({
      from: shanghaiIso(gap.from),
      to: shanghaiIso(gap.to),
      minutes: Math.round((gap.to.getTime() - gap.from.getTime()) / 60_000),
    }));
    return { from: shanghaiIso(from), to: shanghaiIso(to), gaps };
  }

  private async page(
    of: Pick<ShiftFilter, 'cityId' | 'rosterId' | 'personId'>,
    { cursor, from, to, limit }: ShiftPageQueryDto,
  ): Promise<ShiftPageDto> {
    const place = decodeCursor(cursor, [isMoment, isId]);
    const after = place ? { from: String(place[0]), id: String(place[1]) } : null;
    const filter = { ...of, endsAfter: from ?? this.clock.now(), beginsBefore: to ?? null, after };
    const rows = await this.shifts.list(filter, limit);
    return pageOf(rows, limit, viewOf, (row) => [row.from.toISOString(), row.id]);
  }
}

const viewOf = (row: ShiftInList): ShiftDto => ({
  id: row.id,
  rosterId: row.rosterId,
  name: row.name,
  person: { id: row.personId, name: row.personName },
  standInFor: row.standInFor === null ? null : { id: row.standInFor, name: row.standInForName ?? '' },
  from: shanghaiIso(row.from),
  to: shanghaiIso(row.to),
  backed: row.backed,
});
