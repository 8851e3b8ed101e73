import type { SwapAnswer } from '@linshao/domain';
import type { Schemas } from '../../api-client/api.js';

type Swap = Schemas['SwapDto'];

/** What somebody may answer to a swap now; the server judges again. */
export function swapAnswers(swap: Swap, personId: string, now: Date): readonly SwapAnswer[] {
  if (swap.state !== 'asked') return [];
  if (swap.askedBy.id === personId) return ['withdraw'];
  if (swap.askedOf.id !== personId) return [];
  return isStale(swap, now) ? ['decline'] : ['accept', 'decline'];
}

/** Whether it can be accepted no more: a shift of it is gone, or has begun. */
export function isStale({ shift, inReturn }: Pick<Swap, 'shift' | 'inReturn'>, now: Date): boolean {
  if (shift === null) return true;
  return [shift, inReturn].some((each) => each !== null && new Date(each.from) <= now);
}

/** How many swaps wait for this person's answer. */
export const waitingFor = (swaps: readonly Swap[], personId: string): number =>
  swaps.filter(({ state, askedOf }) => state === 'asked' && askedOf.id === personId).length;
