import fc from 'fast-check';
import { gapsIn } from './coverage.js';
import { overlapInTime } from './shift.js';
import { answerSwap, askSwap, type RosterShift, type Swap, SWAP_STATES, type SwapAnswer } from './swap.js';

const HOUR = 3_600_000;
const NOW = new Date('2026-02-14T08:00:00+08:00');
const at = (hours: number): Date => new Date(NOW.getTime() + hours * HOUR);
const shift = (id: string, personId: string, from: number, to = from + 8, rosterId = 'r'): RosterShift => ({
  id,
  personId,
  rosterId,
  from: at(from),
  to: at(to),
});
const MINE = shift('s1', 'me', 8);
const YOURS = shift('s2', 'you', 16);
const swap = (change: Partial<Swap> = {}): Swap => ({
  state: 'asked',
  askedById: 'me',
  askedOfId: 'you',
  shiftId: 's1',
  inReturnId: null,
  ...change,
});
const alone = { shift: MINE, inReturn: null, others: [] };
const both = { shift: MINE, inReturn: YOURS, others: [] };

describe('asking', () => {
  it.each<[string, Partial<Swap>, Parameters<typeof askSwap>[1], string | null]>([
    ['a colleague to take it', {}, alone, null],
    ['to exchange two', { inReturnId: 's2' }, both, null],
    ['oneself', { askedOfId: 'me' }, alone, 'duty.swap_with_self'],
    ['for a shift of somebody else', { shiftId: 's2' }, { ...alone, shift: YOURS }, 'duty.swap_stale'],
    ['for a shift that is gone', {}, { ...alone, shift: null }, 'duty.swap_stale'],
    ['for a shift that has begun', {}, { ...alone, shift: shift('s1', 'me', 0) }, 'duty.shift_begun'],
    [
      'in return for one that has begun',
      { inReturnId: 's2' },
      { ...both, inReturn: shift('s2', 'you', -1) },
      'duty.shift_begun',
    ],
    [
      'in return for a third person’s',
      { inReturnId: 's2' },
      { ...both, inReturn: shift('s2', 'third', 16) },
      'duty.swap_stale',
    ],
    [
      'in return for one of another roster',
      { inReturnId: 's2' },
      { ...both, inReturn: shift('s2', 'you', 16, 24, 'q') },
      'duty.swap_stale',
    ],
    ['somebody who is on another shift then', {}, { ...alone, others: [shift('s9', 'you', 12)] }, 'duty.person_busy'],
    [
      'while busy oneself when the other one runs',
      { inReturnId: 's2' },
      { ...both, others: [shift('s9', 'me', 20)] },
      'duty.person_busy',
    ],
    ['somebody whose shift ends when it begins', {}, { ...alone, others: [shift('s9', 'you', 0, 8)] }, null],
  ])('%s', (_, change, shifts, code) => {
    const decision = askSwap(swap(change), shifts, NOW);
    expect(decision.ok ? null : decision.code).toBe(code);
  });
});

describe('answering', () => {
  const ANSWERS: readonly SwapAnswer[] = ['accept', 'decline', 'withdraw'];

  it.each(
    SWAP_STATES.flatMap((state) =>
      ANSWERS.flatMap((answer) => ['me', 'you', 'third'].map((by) => [state, answer, by] as const)),
    ),
  )('%s: %s by %s', (state, answer, by) => {
    const decision = answerSwap(swap({ state }), answer, by, alone, NOW);
    const theirs = by === (answer === 'withdraw' ? 'me' : 'you');
    if (!theirs) expect(decision).toMatchObject({ ok: false, code: 'duty.swap_not_yours' });
    else if (state !== 'asked') expect(decision).toMatchObject({ ok: false, code: 'duty.swap_settled' });
    else
      expect(decision.ok && decision.value.state).toBe(
        { accept: 'accepted', decline: 'declined', withdraw: 'withdrawn' }[answer],
      );
  });

  it('hands over one shift, or exchanges the two', () => {
    expect(answerSwap(swap(), 'accept', 'you', alone, NOW)).toMatchObject({
      value: { reassignments: [{ shiftId: 's1', personId: 'you' }] },
    });
    expect(answerSwap(swap({ inReturnId: 's2' }), 'accept', 'you', both, NOW)).toMatchObject({
      value: {
        reassignments: [
          { shiftId: 's1', personId: 'you' },
          { shiftId: 's2', personId: 'me' },
        ],
      },
    });
  });

  it('can still be declined after the shift began, but not accepted', () => {
    const begun = { ...alone, shift: shift('s1', 'me', -1) };
    expect(answerSwap(swap(), 'accept', 'you', begun, NOW)).toMatchObject({ ok: false, code: 'duty.shift_begun' });
    expect(answerSwap(swap(), 'decline', 'you', begun, NOW).ok).toBe(true);
  });
});

it('any number of swaps keeps what was covered, and nobody on two shifts at once', () => {
  const rosters = fc.array(
    fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.integer({ min: 1, max: 3 }), fc.integer({ min: 0, max: 2 })),
    {
      minLength: 2,
      maxLength: 8,
    },
  );
  const moves = fc.array(fc.tuple(fc.nat(7), fc.constantFrom('a', 'b', 'c'), fc.option(fc.nat(7))), { maxLength: 20 });
  fc.assert(
    fc.property(rosters, moves, (plan, asked) => {
      // One roster after the other, and a second one that runs beside it.
      let end = 1;
      let shifts = plan.map(([personId, length, pause], index) => {
        const from = end + pause;
        end = from + length;
        return shift(`s${index}`, personId, from, end);
      });
      const beside = [shift('x', 'c', 3, 5, 'q')];
      shifts = shifts.filter(
        (own) => !beside.some((other) => other.personId === own.personId && overlapInTime(other, own)),
      );
      const before = gapsIn(shifts, { from: at(0), to: at(60) });
      for (const [index, askedOfId, inReturnIndex] of asked) {
        const own = shifts[index];
        if (!own) continue;
        const inReturn = (inReturnIndex === null ? null : shifts[inReturnIndex]) ?? null;
        const involved = [own.id, inReturn?.id];
        const others = [...shifts, ...beside].filter(({ id }) => !involved.includes(id));
        const wanted = swap({ askedById: own.personId, askedOfId, shiftId: own.id, inReturnId: inReturn?.id ?? null });
        const facts = { shift: own, inReturn, others };
        if (!askSwap(wanted, facts, NOW).ok) continue;
        const answer = answerSwap(wanted, 'accept', askedOfId, facts, NOW);
        const changes = answer.ok ? answer.value.reassignments : [];
        shifts = shifts.map((s) => ({
          ...s,
          personId: changes.find(({ shiftId }) => shiftId === s.id)?.personId ?? s.personId,
        }));
        const all = [...shifts, ...beside];
        for (const one of all) {
          const twice = all.filter((s) => s.personId === one.personId && s.id !== one.id && overlapInTime(s, one));
          expect(twice).toEqual([]);
        }
      }
      expect(gapsIn(shifts, { from: at(0), to: at(60) })).toEqual(before);
    }),
  );
});
