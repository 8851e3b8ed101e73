import { accept, type Decision, refuse } from '../kernel/decision.js';
import { overlapInTime, type Shift } from './shift.js';

export const SWAP_STATES = ['asked', 'accepted', 'declined', 'withdrawn'] as const;
export type SwapState = (typeof SWAP_STATES)[number];

export interface RosterShift extends Shift {
  readonly id: string;
  readonly rosterId: string;
}

/** Somebody asks a colleague to take a shift, or to exchange it for one of theirs. */
export interface Swap {
  readonly state: SwapState;
  readonly askedById: string;
  readonly askedOfId: string;
  readonly shiftId: string;
  /** Null: the shift is handed over, nothing is taken in return. */
  readonly inReturnId: string | null;
}

export type SwapAnswer = 'accept' | 'decline' | 'withdraw';

const AFTER: Readonly<Record<SwapAnswer, SwapState>> = {
  accept: 'accepted',
  decline: 'declined',
  withdraw: 'withdrawn',
};

/** The shifts a swap is about as they are now; null for one that is gone, or was not part of it. */
export interface SwapShifts {
  readonly shift: RosterShift | null;
  readonly inReturn: RosterShift | null;
  /** Every other shift of the two persons near these, on any roster. */
  readonly others: readonly Shift[];
}

/** Who is on which shift afterwards. */
export interface Reassignment {
  readonly shiftId: string;
  readonly personId: string;
}

/** Whether it may be asked: it must be possible now, so that nobody is asked in vain. */
export function askSwap(swap: Omit<Swap, 'state'>, shifts: SwapShifts, now: Date): Decision<readonly Reassignment[]> {
  if (swap.askedOfId === swap.askedById) return refuse('duty.swap_with_self');
  return exchange(swap, shifts, now);
}

/** An answer to an open swap. Declining and withdrawing are always possible; accepting only while both shifts are as they were. */
export function answerSwap(
  swap: Swap,
  answer: SwapAnswer,
  byId: string,
  shifts: SwapShifts,
  now: Date,
): Decision<{ readonly state: SwapState; readonly reassignments: readonly Reassignment[] }> {
  if (byId !== (answer === 'withdraw' ? swap.askedById : swap.askedOfId)) return refuse('duty.swap_not_yours');
  if (swap.state !== 'asked') return refuse('duty.swap_settled');
  if (answer !== 'accept') return accept({ state: AFTER[answer], reassignments: [] });
  const exchanged = exchange(swap, shifts, now);
  return exchanged.ok ? accept({ state: AFTER[answer], reassignments: exchanged.value }) : exchanged;
}

/** Periods never change, only who is on them: what was covered stays covered. */
function exchange(
  { askedById, askedOfId, shiftId, inReturnId }: Omit<Swap, 'state'>,
  { shift, inReturn, others }: SwapShifts,
  now: Date,
): Decision<readonly Reassignment[]> {
  if (shift?.id !== shiftId || shift.personId !== askedById) return refuse('duty.swap_stale');
  if (shift.from <= now) return refuse('duty.shift_begun');
  if (inReturnId === null) {
    if (isBusy(others, askedOfId, shift)) return refuse('duty.person_busy');
    return accept([{ shiftId, personId: askedOfId }]);
  }
  if (inReturn?.id !== inReturnId || inReturn.personId !== askedOfId || inReturn.rosterId !== shift.rosterId) {
    return refuse('duty.swap_stale');
  }
  if (inReturn.from <= now) return refuse('duty.shift_begun');
  if (isBusy(others, askedOfId, shift) || isBusy(others, askedById, inReturn)) return refuse('duty.person_busy');
  return accept([
    { shiftId, personId: askedOfId },
    { shiftId: inReturnId, personId: askedById },
  ]);
}

const isBusy = (others: readonly Shift[], personId: string, shift: Shift): boolean =>
  others.some((other) => other.personId === personId && overlapInTime(other, shift));
