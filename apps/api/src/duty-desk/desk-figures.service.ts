import { shanghaiIso } from '@linshao/domain';
import { Injectable } from '@nestjs/common';
import { RosterAccess } from '../duty/roster-access.service.js';
import type { Caller } from '../platform/auth/caller.js';
import { Problem } from '../platform/http/problem.js';
import type { DutyFiguresDto, FiguresQueryDto } from './desk.dto.js';
import { DeskAccess } from './desk-access.service.js';
import { DeskFiguresRepository, type ShiftCounts } from './desk-figures.repository.js';

const DAY = 86_400_000;
const MOST_DAYS = 31;

/** Facts of work by shift. People are neither named nor compared: rankings are not what they are for. */
@Injectable()
export class DeskFiguresService {
  constructor(
    private readonly access: DeskAccess,
    private readonly rosters: RosterAccess,
    private readonly figures: DeskFiguresRepository,
  ) {}

  async byShift(caller: Caller, { area: reference, from, to }: FiguresQueryDto): Promise<DutyFiguresDto> {
    const { cityId } = caller;
    const area = await this.rosters.area(cityId, reference);
    this.access.require(caller, area.path);
    if (to <= from || to.getTime() - from.getTime() > MOST_DAYS * DAY) {
      throw new Problem(422, 'duty.period', `结束时间应晚于开始时间，最长 ${MOST_DAYS} 天`);
    }
    const { roster, shifts } = await this.rosters.rosterAt(cityId, area.path, { from, to });
    const counts = await this.figures.counts(cityId, area.path, { from, to }, shifts);
    const of = (shiftId: string | null): Omit<ShiftCounts, 'shiftId'> => {
      const { asked, inTime, late, open } = counts.find((row) => row.shiftId === shiftId) ?? NOTHING;
      return { asked, inTime, late, open };
    };
    const items = shifts.map((shift) => ({
      shiftId: shift.id,
      shiftName: shift.name,
      from: shanghaiIso(shift.from),
      to: shanghaiIso(shift.to),
      ...of(shift.id),
    }));
    const uncovered = { shiftId: null, shiftName: null, from: null, to: null, ...of(null) };
    return {
      area: { path: area.path, name: area.name },
      postName: roster.name,
      from: shanghaiIso(from),
      to: shanghaiIso(to),
      items: uncovered.asked > 0 ? [...items, uncovered] : items,
    };
  }
}

const NOTHING: ShiftCounts = { shiftId: null, asked: 0, inTime: 0, late: 0, open: 0 };
