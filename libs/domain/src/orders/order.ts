import type { AreaPath } from '../identity/area-path.js';
import type { OrderKind, OrderState, Urgency } from './state.js';

/** To whom an order is sent: one person, one unit, or every party member who may claim it. */
export type Assignment =
  | { readonly type: 'person'; readonly personId: string }
  | { readonly type: 'unit'; readonly unitId: string }
  | { readonly type: 'pool'; readonly pool: 'members' };

/** What the rules need to know of an order. Its words and photos live elsewhere: no rule depends on them. */
export interface Order {
  readonly id: string;
  /** As read out on the phone: `yyMMdd-nnnnnn`. */
  readonly number: string;
  readonly kind: OrderKind;
  readonly category: string;
  readonly state: OrderState;
  /** Grows by one with every change of this row. */
  readonly version: number;
  readonly areaPath: AreaPath;
  readonly reporterId: string;
  /** Who typed it: the reporter, or a worker on their behalf. */
  readonly createdById: string;
  readonly anonymous: boolean;
  readonly confidential: boolean;
  /** Said by whoever accepts it (受理时定级); shortens the promises that begin then. */
  readonly urgency: Urgency;
  readonly assignment: Assignment | null;
  /** The person who claimed it and works on it. */
  readonly assigneeId: string | null;
  /** The state to go back to from suspended or merged. */
  readonly stateBefore: OrderState | null;
  readonly parentId: string | null;
  /** Child tasks that are not finished yet. */
  readonly openChildren: number;
  readonly mergedInto: string | null;
  readonly submittedAt: Date;
  /** First public reply by a person; set once, never moved (C6). */
  readonly repliedAt: Date | null;
  readonly acceptedAt: Date | null;
  readonly rejectedAt: Date | null;
  readonly appealedAt: Date | null;
  /** "Handled": the assignee's word. */
  readonly doneAt: Date | null;
  readonly publishedAt: Date | null;
  readonly ratedAt: Date | null;
  readonly closedAt: Date | null;
  /** "Solved": the resident's or a reviewer's word; null while nobody has said. */
  readonly solved: boolean | null;
  readonly stars: number | null;
  /** A review visit (回访) took place. */
  readonly reviewed: boolean;
  readonly lastUrgedAt: Date | null;
  readonly urgeCount: number;
  readonly reopenCount: number;
}

/** An order before the store has given it an id and a number. */
export type NewOrder = Omit<Order, 'id' | 'number'>;
