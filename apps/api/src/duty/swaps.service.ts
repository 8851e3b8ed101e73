import { answerSwap, askSwap, type Reassignment, shanghaiIso, type SwapAnswer, type SwapShifts } from '@linshao/domain';
import { Injectable } from '@nestjs/common';
import { type Caller, CallerSource } from '../platform/auth/caller.js';
import { Clock } from '../platform/clock/clock.js';
import { Database, type Transaction } from '../platform/database/database.js';
import { outboxRow } from '../platform/events/event.js';
import { OutboxWaker } from '../platform/events/outbox.jobs.js';
import { decodeCursor, isId, pageOf } from '../platform/http/cursor.js';
import { notFound, Problem, problemOf } from '../platform/http/problem.js';
import { nextId } from '../platform/ids.js';
import { Colleagues } from './colleagues.service.js';
import { type DutySwap, dutySwap } from './duty.events.js';
import { shiftNotFound } from './roster-access.service.js';
import { type Roster, RostersRepository } from './rosters.repository.js';
import { ShiftBook } from './shift-book.service.js';
import { type ShiftRow, ShiftsRepository } from './shifts.repository.js';
import type { AskSwapDto, SwapDto, SwapPageDto, SwapPageQueryDto } from './swap.dto.js';
import { type SwapInList, type SwapRow, SwapsRepository } from './swaps.repository.js';

const swapNotFound = (): Problem => notFound('duty.swap_not_found', '没有找到这次换班，请刷新后再看');

/** Swaps 换班: two colleagues agree between themselves; the keeper of the roster need not be asked. */
@Injectable()
export class SwapsService {
  constructor(
    private readonly database: Database,
    private readonly rosters: RostersRepository,
    private readonly shifts: ShiftsRepository,
    private readonly swaps: SwapsRepository,
    private readonly book: ShiftBook,
    private readonly colleagues: Colleagues,
    private readonly callers: CallerSource,
    private readonly waker: OutboxWaker,
    private readonly clock: Clock,
  ) {}

  async list({ cityId, personId }: Caller, query: SwapPageQueryDto): Promise<SwapPageDto> {
    const cursor = decodeCursor(query.cursor, [isId]);
    const rows = await this.swaps.of(cityId, personId, cursor ? String(cursor[0]) : undefined, query.limit);
    return pageOf(rows, query.limit, viewOf, ({ id }) => [id]);
  }

  /** Asking the same again is the same question. */
  async ask(caller: Caller, shiftId: string, input: AskSwapDto): Promise<SwapDto> {
    const { cityId } = caller;
    const { personId, inReturnId: inReturn, reason: words } = input;
    const [inReturnId, reason] = [inReturn ?? null, words ?? null];
    const swap = { id: nextId(), shiftId, inReturnId, askedById: caller.personId, askedOfId: personId, reason };
    const id = await this.database.transaction(async (tx) => {
      const { roster, facts } = await this.facts(tx, cityId, swap);
      // Who may not see the shift learns nothing about it.
      if (facts.shift?.personId !== caller.personId) throw shiftNotFound();
      const decision = askSwap(swap, facts, this.clock.now());
      if (!decision.ok) throw problemOf(decision);
      await this.colleagues.require(tx, cityId, roster, personId);
      const open = await this.swaps.openFor(tx, cityId, shiftId);
      if (open && open.askedOfId === personId && open.inReturnId === inReturnId) return open.id;
      if (open) throw new Problem(409, 'duty.swap_open', '这一班已经在问另一位同志，请先撤回再问别人');
      await this.swaps.insert(tx, cityId, swap);
      await this.tell(tx, cityId, swap.id, 'asked', [personId], caller.personId);
      return swap.id;
    });
    this.waker.wake();
    return this.view(cityId, id);
  }

  async answer(caller: Caller, id: string, answer: SwapAnswer): Promise<SwapDto> {
    const { cityId, personId } = caller;
    const persons = await this.database.transaction(async (tx) => {
      const asked = await this.swaps.byId(tx, cityId, id);
      if (!asked || ![asked.askedById, asked.askedOfId].includes(personId)) throw swapNotFound();
      const { roster, facts, rows } = await this.facts(tx, cityId, asked);
      const now = this.clock.now();
      const decision = answerSwap(asked, answer, personId, facts, now);
      if (!decision.ok) throw problemOf(decision);
      const { state, reassignments } = decision.value;
      await this.swaps.settle(tx, cityId, id, state);
      if (state === 'accepted' || state === 'declined') {
        await this.tell(tx, cityId, id, state, [asked.askedById], personId);
      }
      if (!roster || reassignments.length === 0) return [];
      const before = rows.filter((row) => reassignments.some(({ shiftId }) => shiftId === row.id));
      return this.book.rewrite(tx, caller, roster, before, before.map(reassigned(reassignments)), now);
    });
    for (const person of new Set(persons)) this.callers.forget(person);
    this.waker.wake();
    return this.view(cityId, id);
  }

  /** The roster is locked before its shifts, as by everybody who changes them. */
  private async facts(
    tx: Transaction,
    cityId: number,
    { shiftId, inReturnId, askedById, askedOfId }: Pick<SwapRow, 'shiftId' | 'inReturnId' | 'askedById' | 'askedOfId'>,
  ): Promise<{ roster: Roster | null; rows: ShiftRow[]; facts: SwapShifts }> {
    const known = await this.shifts.find(cityId, shiftId, tx);
    const roster = known && (await this.rosters.byId(cityId, known.rosterId, tx, true));
    const ids = [shiftId, ...(inReturnId === null ? [] : [inReturnId])];
    const rows = await this.shifts.byIds(tx, cityId, ids);
    const from = new Date(Math.min(...rows.map((row) => row.from.getTime())));
    const to = new Date(Math.max(...rows.map((row) => row.to.getTime())));
    const near = rows.length > 0 ? await this.shifts.ofPersons(tx, cityId, [askedById, askedOfId], from, to) : [];
    const find = (id: string | null): ShiftRow | null => rows.find((row) => row.id === id) ?? null;
    const others = near.filter(({ id }) => !ids.includes(id));
    return { roster, rows, facts: { shift: find(shiftId), inReturn: find(inReturnId), others } };
  }

  private async tell(
    tx: Transaction,
    cityId: number,
    swapId: string,
    state: DutySwap['state'],
    personIds: readonly string[],
    actorId: string,
  ): Promise<void> {
    await tx.rows(outboxRow(dutySwap, cityId, { swapId, state, personIds, actorId }, '(SELECT 1) AS always'));
  }

  private async view(cityId: number, id: string): Promise<SwapDto> {
    const row = await this.swaps.inList(cityId, id);
    if (!row) throw swapNotFound();
    return viewOf(row);
  }
}

/** Agreed upon, it is their own shift, whoever they stood in for. */
const reassigned =
  (reassignments: readonly Reassignment[]) =>
  (shift: ShiftRow): ShiftRow => ({
    ...shift,
    personId: reassignments.find(({ shiftId }) => shiftId === shift.id)?.personId ?? shift.personId,
    standInFor: null,
  });

const shiftOf = (shift: SwapInList['shift']): SwapDto['shift'] =>
  shift && { ...shift, from: shanghaiIso(new Date(shift.from)), to: shanghaiIso(new Date(shift.to)) };

const viewOf = (row: SwapInList): SwapDto => ({
  id: row.id,
  state: row.state,
  askedBy: { id: row.askedById, name: row.askedByName },
  askedOf: { id: row.askedOfId, name: row.askedOfName },
  shift: shiftOf(row.shift),
  inReturn: shiftOf(row.inReturn),
  reason: row.reason,
  askedAt: shanghaiIso(row.askedAt),
  answeredAt: row.answeredAt && shanghaiIso(row.answeredAt),
});
