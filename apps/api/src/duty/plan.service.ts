import {
  planDays,
  type PlannedShift,
  planShifts,
  provisionalYears,
  type Rotation,
  rotationMistakes,
} from '@linshao/domain';
import { Injectable } from '@nestjs/common';
import { CalendarsService } from '../calendars/calendars.service.js';
import { type Caller, CallerSource } from '../platform/auth/caller.js';
import { Clock } from '../platform/clock/clock.js';
import { Database } from '../platform/database/database.js';
import { OutboxWaker } from '../platform/events/outbox.jobs.js';
import { Problem } from '../platform/http/problem.js';
import { invalid } from '../platform/http/validation.js';
import { RosterAccess } from './roster-access.service.js';
import type { DayPlanDto, PlanDto, PlannedDto, RotationDto } from './roster.dto.js';
import { type Roster, RostersRepository } from './rosters.repository.js';
import { ShiftBook } from './shift-book.service.js';
import { type ShiftRow, ShiftsRepository } from './shifts.repository.js';

/** Plans shifts ahead by a rotation. Planning the same days again the same way changes nothing. */
@Injectable()
export class PlanService {
  constructor(
    private readonly database: Database,
    private readonly access: RosterAccess,
    private readonly rosters: RostersRepository,
    private readonly shifts: ShiftsRepository,
    private readonly book: ShiftBook,
    private readonly calendars: CalendarsService,
    private readonly callers: CallerSource,
    private readonly waker: OutboxWaker,
    private readonly clock: Clock,
  ) {}

  async plan(caller: Caller, rosterId: string, input: PlanDto): Promise<PlannedDto> {
    const days = planDays(input.from, input.to);
    if (!days) throw invalid([{ field: 'to', code: 'period', message: '应为不早于开始日期的日期，一次最多排 100 天' }]);
    const { calendar } = await this.calendars.inForce(caller.cityId);
    const { result, persons } = await this.database.transaction(async (tx) => {
      const roster = await this.access.toKeep(tx, caller, rosterId);
      const rotation = rotationFor(roster, input.rotation);
      const now = this.clock.now();
      // What is over stays as it was.
      const planned = planShifts(rotation, days.first, days.last, calendar).filter(({ to }) => to > now);
      const inTheWay = await this.standing(caller.cityId, roster.id, planned, tx);
      const same = new Set(inTheWay.flatMap((shift) => planned.filter((wanted) => isSame(wanted, shift))));
      const others = inTheWay.filter((shift) => !planned.some((wanted) => isSame(wanted, shift)));
      if (others.length > 0 && !input.replace) throw conflict(others);
      if (others.some(({ from }) => from <= now)) throw begun();
      const freed = await this.book.remove(tx, caller, others, now);
      const added = planned.filter((shift) => !same.has(shift)).map((shift) => ({ ...shift, standInFor: null }));
      const given = await this.book.add(tx, caller, roster, added);
      await this.rosters.remember(tx, caller.cityId, roster.id, rotation);
      const years = provisionalYears(rotation, days.first, days.last, calendar);
      const counts = { added: added.length, unchanged: same.size, replaced: others.length, provisionalYears: years };
      return { result: counts, persons: [...freed, ...given] };
    });
    for (const person of new Set(persons)) this.callers.forget(person);
    this.waker.wake();
    return result;
  }

  private async standing(
    cityId: number,
    rosterId: string,
    planned: readonly PlannedShift[],
    tx: Parameters<ShiftsRepository['meeting']>[0],
  ): Promise<ShiftRow[]> {
    const [first, last] = [planned[0], planned.at(-1)];
    return first && last ? this.shifts.meeting(tx, cityId, [rosterId], first.from, last.to) : [];
  }
}

function rotationFor(roster: Roster, given: RotationDto | undefined): Rotation {
  const rotation = given ? toRotation(given) : roster.rotation;
  if (!rotation) throw invalid([{ field: 'rotation', code: 'required', message: '第一次排班请给出轮换方式' }]);
  const mistakes = rotationMistakes(rotation);
  if (mistakes.length === 0) return rotation;
  throw invalid(mistakes.map(({ field, message }) => ({ field: `rotation.${field}`, code: 'rotation', message })));
}

const toPlan = ({ times, cycle }: DayPlanDto): Rotation['workdays'] => ({
  times: times.map(({ name, from, to }) => ({ name, from, to })),
  cycle: cycle.map(({ people }) => people),
});
const toRotation = ({ start, workdays, daysOff }: RotationDto): Rotation => ({
  start,
  workdays: toPlan(workdays),
  daysOff: daysOff ? toPlan(daysOff) : null,
});

/** A substitute does not make it another shift: planning again must not send whoever is away to the desk. */
const isSame = (wanted: PlannedShift, shift: ShiftRow): boolean =>
  wanted.personId === (shift.standInFor ?? shift.personId) &&
  wanted.from.getTime() === shift.from.getTime() &&
  wanted.to.getTime() === shift.to.getTime();

const conflict = (others: readonly ShiftRow[]): Problem =>
  new Problem(409, 'duty.taken', `这段时间已经排了 ${others.length} 个别的班次；要按新表重排，请选择“替换”`, {
    facts: { shifts: others.length },
  });
const begun = (): Problem => new Problem(409, 'duty.shift_begun', '正在值的这一班不能被新表替换，请从下一班开始排');
