import type { OrderEvent } from './events.js';
import type { NewOrder, Order } from './order.js';

/** An order that is about to be, with its first event. */
export interface Creation {
  readonly order: NewOrder;
  readonly events: readonly OrderEvent[];
}

/** A child task made by a split. */
export interface NewChild extends Creation {
  readonly title: string;
  readonly description: string;
}

/** How the list of followers changes with a move. */
export type FollowChange =
  | { readonly type: 'add_actor' }
  | { readonly type: 'remove_actor' }
  /** The reporter and all followers now also follow the survivor. */
  | { readonly type: 'follow_survivor'; readonly orderId: string }
  /** They stop following the survivor again. */
  | { readonly type: 'leave_survivor'; readonly orderId: string };

/** What one accepted command does. Everything in it is one transaction. */
export interface Move {
  /** Columns that change, `version` included; empty when the row stays as it is. */
  readonly patch: Partial<Order>;
  readonly events: readonly OrderEvent[];
  /** What must happen to each child task, as a command of its own with its own event (see `childCommand`). */
  readonly children: 'withdraw' | 'close' | null;
  readonly newChildren: readonly NewChild[];
  /** By how much the parent's `openChildren` changes. */
  readonly parentOpenChildren: -1 | 0 | 1;
  readonly followers: FollowChange | null;
}
