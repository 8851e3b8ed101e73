import { isOn, LONGEST_SHIFT_HOURS } from '@linshao/domain';
import { Injectable } from '@nestjs/common';
import { type Caller, CallerSource } from '../platform/auth/caller.js';
import { Clock } from '../platform/clock/clock.js';
import { Database, type Transaction } from '../platform/database/database.js';
import { OutboxWaker } from '../platform/events/outbox.jobs.js';
import { Problem } from '../platform/http/problem.js';
import { RosterAccess, shiftNotFound } from './roster-access.service.js';
import type { Roster } from './rosters.repository.js';
import { ShiftBook } from './shift-book.service.js';
import type { AddShiftDto, MoveShiftDto, ShiftDto } from './shift.dto.js';
import { ShiftViews } from './shift-views.service.js';
import { type ShiftRow, ShiftsRepository } from './shifts.repository.js';

const HOUR = 3_600_000;
/** Nobody plans further ahead. */
const FURTHEST_MS = 400 * 24 * HOUR;

const begun = (): Problem => new Problem(409, 'duty.shift_begun', '这一班已经开始，不能再改；如有急事请安排替班');
const over = (): Problem => new Problem(409, 'duty.shift_over', '这一班已经值完了');

/** Changes single shifts, by those who keep the roster. */
@Injectable()
export class ShiftsService {
  constructor(
    private readonly database: Database,
    private readonly access: RosterAccess,
    private readonly shifts: ShiftsRepository,
    private readonly book: ShiftBook,
    private readonly views: ShiftViews,
    private readonly callers: CallerSource,
    private readonly waker: OutboxWaker,
    private readonly clock: Clock,
  ) {}

  /** The same shift again is the one that is there. */
  async add(caller: Caller, rosterId: string, { personId, from, to, name }: AddShiftDto): Promise<ShiftDto> {
    this.requirePeriod(from, to);
    const { result, persons } = await this.database.transaction(async (tx) => {
      const roster = await this.access.toKeep(tx, caller, rosterId);
      const same = (await this.shifts.meeting(tx, caller.cityId, [roster.id], from, to)).find(
        (shift) => shift.personId === personId && +shift.from === +from && +shift.to === +to,
      );
      if (same) return { result: same.id, persons: [] };
      const id = this.views.newId();
      const changed = await this.book.add(tx, caller, roster, [
        { id, personId, name: name ?? null, from, to, standInFor: null },
      ]);
      return { result: id, persons: changed };
    });
    return this.changed(caller, result, persons);
  }

  /** Gives a shift that has not begun to somebody else, or another time. */
  async move(caller: Caller, id: string, change: MoveShiftDto): Promise<ShiftDto> {
    const persons = await this.locked(caller, id, async (tx, roster, shift, now) => {
      if (shift.from <= now) throw begun();
      const moved = { ...shift, ...given(change), standInFor: change.personId ? null : shift.standInFor };
      this.requirePeriod(moved.from, moved.to);
      return this.book.rewrite(tx, caller, roster, [shift], [moved], now);
    });
    return this.changed(caller, id, persons);
  }

  /** Takes a shift out of the roster; one that runs ends now. */
  async remove(caller: Caller, id: string): Promise<void> {
    const persons = await this.locked(caller, id, async (tx, _roster, shift, now) => {
      if (shift.to <= now) throw over();
      return this.book.remove(tx, caller, [shift], now);
    });
    this.tell(persons);
  }

  /**
   * Somebody falls ill: another takes the shift, or the rest of it. Whoever stands in for a substitute stands in for the
   * one whose shift it was; given back to them it is an ordinary shift again.
   */
  async substitute(caller: Caller, id: string, personId: string): Promise<ShiftDto> {
    let standing = id;
    const persons = await this.locked(caller, id, async (tx, roster, shift, now) => {
      if (shift.to <= now) throw over();
      if (shift.personId === personId) return [];
      const owner = shift.standInFor ?? shift.personId;
      const instead = { ...shift, personId, standInFor: owner === personId ? null : owner };
      if (!isOn(shift, now)) return this.book.rewrite(tx, caller, roster, [shift], [instead], now);
      standing = this.views.newId();
      const freed = await this.book.remove(tx, caller, [shift], now);
      return [...freed, ...(await this.book.add(tx, caller, roster, [{ ...instead, id: standing, from: now }]))];
    });
    return this.changed(caller, standing, persons);
  }

  private async locked(
    caller: Caller,
    id: string,
    work: (tx: Transaction, roster: Roster, shift: ShiftRow, now: Date) => Promise<string[]>,
  ): Promise<string[]> {
    return this.database.transaction(async (tx) => {
      const known = await this.shifts.find(caller.cityId, id, tx);
      if (!known) throw shiftNotFound();
      const roster = await this.access.toKeep(tx, caller, known.rosterId);
      const [shift] = await this.shifts.byIds(tx, caller.cityId, [id]);
      if (!shift) throw shiftNotFound();
      return work(tx, roster, shift, this.clock.now());
    });
  }

  private requirePeriod(from: Date, to: Date): void {
    const now = this.clock.now().getTime();
    if (to.getTime() <= now) throw new Problem(422, 'duty.period', '结束时间已经过去，请排以后的班');
    if (to <= from || to.getTime() - from.getTime() > LONGEST_SHIFT_HOURS * HOUR) {
      throw new Problem(422, 'duty.period', `结束时间应晚于开始时间，一班最长 ${LONGEST_SHIFT_HOURS} 小时`);
    }
    if (to.getTime() - now > FURTHEST_MS) throw new Problem(422, 'duty.period', '只能排一年以内的班');
  }

  private changed(caller: Caller, id: string, persons: readonly string[]): Promise<ShiftDto> {
    this.tell(persons);
    return this.views.one(caller.cityId, id);
  }

  private tell(persons: readonly string[]): void {
    for (const person of new Set(persons)) this.callers.forget(person);
    this.waker.wake();
  }
}

const given = ({ personId, from, to }: MoveShiftDto): Partial<ShiftRow> => ({
  ...(personId !== undefined && { personId }),
  ...(from !== undefined && { from }),
  ...(to !== undefined && { to }),
});
