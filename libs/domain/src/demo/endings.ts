import type { OrderState } from '../orders/state.js';
import type { OrderStory } from './story.js';

interface Ending {
  /** How many of the orders are in this state now. */
  readonly count: number;
  /** Hours since submission, from and to. */
  readonly age: readonly [number, number];
  readonly fits: (story: OrderStory) => boolean;
}

const workable = (story: OrderStory): boolean =>
  story.to !== 'desk' && story.pace !== 'urgent' && story.tasks === undefined;
const anything = (): boolean => true;

/** Where the 300 orders of the last 60 days stand now: most are closed, and every state occurs. */
export const ENDINGS: Readonly<Record<OrderState, Ending>> = {
  closed: { count: 128, age: [200, 1430], fits: anything },
  rated: { count: 34, age: [60, 400], fits: anything },
  published: { count: 26, age: [40, 200], fits: anything },
  done: { count: 12, age: [24, 140], fits: anything },
  in_progress: { count: 22, age: [12, 200], fits: (story) => story.to !== 'desk' && story.pace !== 'urgent' },
  claimed: { count: 12, age: [3, 60], fits: workable },
  dispatched: { count: 16, age: [1, 40], fits: workable },
  accepted: { count: 10, age: [1, 20], fits: (story) => story.pace !== 'urgent' },
  submitted: { count: 8, age: [0, 3], fits: (story) => story.pace !== 'urgent' && !story.onBehalf },
  rejected: { count: 6, age: [60, 1300], fits: (story) => story.rejectReason !== undefined },
  withdrawn: { count: 6, age: [30, 1300], fits: (story) => story.withdrawReason !== undefined },
  returned: { count: 5, age: [10, 70], fits: (story) => story.returnReason !== undefined },
  merged: { count: 6, age: [5, 140], fits: (story) => story.kind === 'problem' },
  suspended: { count: 5, age: [30, 160], fits: (story) => story.suspend !== undefined },
  reopened: { count: 4, age: [150, 400], fits: (story) => story.complaint !== undefined && story.tasks === undefined },
};
