import type { Schemas } from '../../api-client/api.js';
import type { Tone } from '../../ui/tag.js';

type Deadline = Pick<Schemas['DeadlineView'], 'state' | 'clock' | 'fulfilledAt'>;

/** Something is still owed: it runs, stands still, or was missed and not done since. */
export const isOwed = ({ state, fulfilledAt }: Deadline): boolean =>
  state === 'running' || state === 'paused' || (state === 'missed' && fulfilledAt === null);

export const deadlineTone = ({ state }: Deadline): Tone =>
  state === 'missed' ? 'alarm' : state === 'running' ? 'warn' : 'plain';

export interface MoreTime {
  readonly code: string;
  readonly label: string;
  readonly amount: number;
  readonly unit: 'hours' | 'workdays';
}

const WORKDAYS = [1, 2, 3, 5];
const HOURS = [4, 12, 24, 48];

/** By how much one may lengthen it, on its own kind of time. */
export function moreTimes({ clock }: Pick<Deadline, 'clock'>): readonly MoreTime[] {
  return clock === 'working'
    ? WORKDAYS.map((amount) => ({ code: `d${amount}`, label: `${amount} 个工作日`, amount, unit: 'workdays' }))
    : HOURS.map((amount) => ({ code: `h${amount}`, label: `${amount} 小时`, amount, unit: 'hours' }));
}
