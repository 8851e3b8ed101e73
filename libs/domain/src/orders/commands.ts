import type { AreaPath } from '../identity/area-path.js';
import type { Assignment } from './order.js';
import type { Urgency } from './state.js';

/** What a suspended order waits for; the policy says which clocks pause meanwhile. */
export const WAITING_FOR = ['resident', 'material', 'weather', 'third_party', 'other'] as const;
export type WaitingFor = (typeof WAITING_FOR)[number];

/** One share of a split order. The first receiver leads: the parent itself goes to them. */
export interface Task {
  readonly to: Assignment;
  readonly title: string;
  readonly description: string;
}

export interface EditCommand {
  readonly action: 'edit';
  readonly title?: string;
  readonly description?: string;
  readonly category?: string;
  readonly address?: string;
  readonly areaPath?: AreaPath;
  readonly photoIds?: readonly string[];
}

/** Everything anybody can do to an order that exists. */
export type OrderCommand =
  | EditCommand
  | { readonly action: 'accept'; readonly urgency?: Urgency }
  | { readonly action: 'reject'; readonly reason: string }
  | { readonly action: 'appeal'; readonly reason: string }
  | { readonly action: 'reply'; readonly text: string }
  | { readonly action: 'dispatch'; readonly to: Assignment; readonly reason?: string }
  | { readonly action: 'claim' }
  | { readonly action: 'return'; readonly reason: string }
  | { readonly action: 'start' }
  | { readonly action: 'suspend'; readonly reason: string; readonly waitingFor?: WaitingFor }
  | { readonly action: 'resume' }
  | { readonly action: 'done'; readonly summary: string; readonly photoIds?: readonly string[] }
  | { readonly action: 'publish'; readonly text?: string }
  | { readonly action: 'rate'; readonly solved: boolean; readonly stars: number; readonly comment?: string }
  | { readonly action: 'reopen'; readonly reason: string }
  | { readonly action: 'review'; readonly text: string; readonly solved: boolean }
  | { readonly action: 'close' }
  | { readonly action: 'withdraw'; readonly reason?: string }
  | { readonly action: 'merge'; readonly into: string }
  | { readonly action: 'unmerge' }
  | { readonly action: 'split'; readonly tasks: readonly Task[] }
  | { readonly action: 'urge' }
  | { readonly action: 'remark'; readonly text: string }
  | { readonly action: 'follow' }
  | { readonly action: 'unfollow' };

export type OrderAction = OrderCommand['action'];
export type CommandOf<A extends OrderAction> = Extract<OrderCommand, { action: A }>;
