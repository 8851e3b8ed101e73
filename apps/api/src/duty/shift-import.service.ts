import { mayKeepRoster, overlapInTime, planDays, startOfShanghaiDay } from '@linshao/domain';
import { Injectable } from '@nestjs/common';
import { PersonImportService } from '../identity/person-import.service.js';
import { AreasService } from '../organisation/areas.service.js';
import type { Caller } from '../platform/auth/caller.js';
import { Clock } from '../platform/clock/clock.js';
import type { Transaction } from '../platform/database/database.js';
import { nextId } from '../platform/ids.js';
import type { ImportRow, RowOutcomes } from '../platform/imports/row-outcomes.js';
import { type Roster, RostersRepository } from './rosters.repository.js';
import { ShiftBook } from './shift-book.service.js';
import { type ShiftRow, ShiftsRepository } from './shifts.repository.js';

export type ShiftImportRow = ImportRow<{
  /** Reference of the roster's area. */
  readonly area: string;
  readonly day: string;
  /** HH:MM in Shanghai; a shift that does not end later than it begins ends on the next day. */
  readonly from: string;
  readonly to: string;
  readonly name: string;
  readonly phone: string;
  readonly shift: string | null;
}>;

type Wanted = ShiftImportRow & { readonly roster: Roster; readonly starts: Date; readonly ends: Date };
type Known = Pick<ShiftRow, 'rosterId' | 'personId' | 'from' | 'to' | 'standInFor'>;

const DAY_MS = 86_400_000;
const MINUTE = 60_000;

/** Shifts from a sheet, as communities write their rosters. People must be registered before; a sheet enrols nobody here. */
@Injectable()
export class ShiftImportService {
  constructor(
    private readonly areas: AreasService,
    private readonly persons: PersonImportService,
    private readonly rosters: RostersRepository,
    private readonly shifts: ShiftsRepository,
    private readonly book: ShiftBook,
    private readonly clock: Clock,
  ) {}

  begin(tx: Transaction, { cityId }: Caller): Promise<void> {
    return this.areas.hold(tx, cityId);
  }

  async take(tx: Transaction, caller: Caller, rows: readonly ShiftImportRow[], outcomes: RowOutcomes): Promise<void> {
    const wanted = await this.placed(tx, caller, rows, outcomes);
    const persons = await this.personsOf(tx, caller, wanted, outcomes);
    const known: Known[] = await this.known(tx, caller.cityId, wanted, [...persons.values()]);
    const fresh = new Map<Roster, (Known & { id: string; name: string | null })[]>();
    for (const row of wanted) {
      const personId = persons.get(row.row);
      if (personId === undefined) continue;
      const shift = { rosterId: row.roster.id, personId, from: row.starts, to: row.ends, standInFor: null };
      const verdict = this.judge(row, shift, known, outcomes);
      if (verdict === 'same') outcomes.unchanged += 1;
      if (verdict !== 'new') continue;
      known.push(shift);
      fresh.set(row.roster, [...(fresh.get(row.roster) ?? []), { ...shift, id: nextId(), name: row.shift }]);
      outcomes.added += 1;
    }
    for (const [roster, shifts] of fresh) {
      for (const person of await this.book.add(tx, caller, roster, shifts)) outcomes.persons.add(person);
    }
  }

  private judge(row: Wanted, shift: Known, known: readonly Known[], outcomes: RowOutcomes): 'same' | 'new' | 'refused' {
    const meeting = known.filter((other) => overlapInTime(other, shift));
    const own = meeting.find(({ rosterId }) => rosterId === shift.rosterId);
    if (own && isSame(own, shift)) return 'same';
    if (shift.to <= this.clock.now()) outcomes.refuse(row, '日期', 'duty.period', '这一班已经过去，请只填以后的班');
    else if (own) outcomes.refuse(row, '开始时间', 'duty.taken', '这段时间已经排了别的班');
    else if (meeting.some(({ personId }) => personId === shift.personId)) {
      outcomes.refuse(row, '姓名', 'duty.person_busy', '这位同志在这段时间已经有别的班');
    } else return 'new';
    return 'refused';
  }

  private async placed(
    tx: Transaction,
    caller: Caller,
    rows: readonly ShiftImportRow[],
    outcomes: RowOutcomes,
  ): Promise<Wanted[]> {
    const { cityId, actor } = caller;
    const references = rows.map(({ area }) => area);
    const areas = await this.areas.areasByReference(tx, cityId, references);
    const paths = [...areas.values()].map(({ path }) => path);
    const rosters = new Map((await this.rosters.ofAreas(cityId, paths, tx)).map((roster) => [roster.areaPath, roster]));
    return rows.flatMap((row) => {
      const area = areas.get(row.area);
      const roster = area && rosters.get(area.path);
      if (!area) outcomes.refuse(row, '区域代码', 'area.not_found', '没有这个区域，请核对代码');
      else if (!roster) outcomes.refuse(row, '区域代码', 'duty.roster_not_found', '这个区域还没有值班表，请先建立');
      else {
        const decision = mayKeepRoster(actor, area.path, this.clock.now());
        if (decision.ok) return [{ ...row, roster, ...periodOf(row) }];
        outcomes.refuse(row, '区域代码', decision.code, decision.title);
      }
      return [];
    });
  }

  /** By row number; found by phone and name like everywhere, and the look-up is recorded. */
  private async personsOf(
    tx: Transaction,
    caller: Caller,
    rows: readonly Wanted[],
    outcomes: RowOutcomes,
  ): Promise<Map<number, string>> {
    const asked = rows.map(({ row, name, phone, roster }) => ({
      row,
      name,
      phone,
      idNumber: null,
      area: { id: roster.areaId, path: roster.areaPath },
    }));
    const found = new Map<number, string>();
    for (const [row, { personId, added }] of await this.persons.match(tx, caller, asked, outcomes)) {
      if (added) outcomes.refuse({ row }, '姓名', 'duty.person_unknown', '没有登记过这个人，请先在人员表里登记');
      else found.set(row, personId);
    }
    return found;
  }

  private async known(
    tx: Transaction,
    cityId: number,
    rows: readonly Wanted[],
    personIds: readonly string[],
  ): Promise<ShiftRow[]> {
    if (rows.length === 0) return [];
    const from = new Date(Math.min(...rows.map(({ starts }) => starts.getTime())));
    const to = new Date(Math.max(...rows.map(({ ends }) => ends.getTime())));
    const rosterIds = [...new Set(rows.map(({ roster }) => roster.id))].sort();
    // Whoever changes a roster locks it first; always in the same order.
    for (const id of rosterIds) await this.rosters.byId(cityId, id, tx, true);
    const planned = await this.shifts.meeting(tx, cityId, rosterIds, from, to);
    const elsewhere = await this.shifts.ofPersons(tx, cityId, personIds, from, to);
    return [...planned, ...elsewhere.filter(({ rosterId }) => !rosterIds.includes(rosterId))];
  }
}

function periodOf({ day, from, to }: ShiftImportRow): { starts: Date; ends: Date } {
  const start = startOfShanghaiDay(planDays(day, day)?.first ?? 0).getTime();
  const [begin, end] = [minuteOf(from), minuteOf(to)];
  return {
    starts: new Date(start + begin * MINUTE),
    ends: new Date(start + end * MINUTE + (end > begin ? 0 : DAY_MS)),
  };
}

const minuteOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));

const isSame = (own: Known, shift: Known): boolean =>
  (own.standInFor ?? own.personId) === shift.personId &&
  own.from.getTime() === shift.from.getTime() &&
  own.to.getTime() === shift.to.getTime();
