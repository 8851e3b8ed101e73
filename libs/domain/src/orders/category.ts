import type { PolicyOverrides } from './policy.js';
import type { OrderKind } from './state.js';

/** A node of the category tree, at most three levels deep. Only leaves take orders. */
export interface Category {
  readonly code: string;
  readonly name: string;
  readonly kinds: readonly OrderKind[];
  readonly children?: readonly Category[];
  readonly policy?: PolicyOverrides;
}
