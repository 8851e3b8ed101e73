import type { AreaPath } from '../identity/area-path.js';
import type { Post } from '../identity/post.js';
import type { Assignment } from './order.js';
import type { CategoryPolicy } from './policy.js';
import type { OrderKind, OrderState } from './state.js';

/** The order another one is to be merged into. */
export interface MergeTarget {
  readonly id: string;
  readonly state: OrderState;
  readonly areaPath: AreaPath;
  readonly confidential: boolean;
  readonly parentId: string | null;
}

/** A receiver and the posts by which they could take the order: the person's own, or those of the unit's people. */
export interface Receiver {
  readonly to: Assignment;
  readonly posts: readonly Post[];
}

/** What the rules cannot see in the order itself. The caller loads it; nothing here is trusted from a client. */
export interface OrderFacts {
  readonly now: Date;
  /** Policy of the order's category; for an edit, of the category it will have. */
  readonly policy: CategoryPolicy;
  /** Kinds that category takes; needed by submit and by an edit that changes the category. */
  readonly kinds?: readonly OrderKind[];
  /** Whether the actor follows this order ("me too"). */
  readonly isFollower?: boolean;
  /** The version the client decided on; a stale one is refused. */
  readonly expectedVersion?: number;
  /** Needed by merge. */
  readonly target?: MergeTarget;
  /** Needed by dispatch to a person or unit and by split: one per receiver. */
  readonly receivers?: readonly Receiver[];
}
