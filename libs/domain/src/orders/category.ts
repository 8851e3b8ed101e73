import { DEFAULT_POLICY, type CategoryPolicy, type PolicyOverrides } from './policy.js';
import type { OrderKind } from './state.js';

/** A node of the category tree, at most three levels deep. Only leaves take orders. */
export interface Category {
  readonly code: string;
  readonly name: string;
  readonly kinds: readonly OrderKind[];
  readonly children?: readonly Category[];
  readonly policy?: PolicyOverrides;
}

/** The categories from the top down to the given code; empty when there is none. */
export function categoryPath(tree: readonly Category[], code: string): readonly Category[] {
  for (const category of tree) {
    if (category.code === code) return [category];
    const below = categoryPath(category.children ?? [], code);
    if (below.length > 0) return [category, ...below];
  }
  return [];
}

export function isLeaf(category: Category): boolean {
  return (category.children ?? []).length === 0;
}

/** Policy of a category: each level overrides the one above, the top one the place's own defaults. Null if unknown. */
export function policyFor(
  tree: readonly Category[],
  code: string,
  placeDefaults: PolicyOverrides = {},
): CategoryPolicy | null {
  const path = categoryPath(tree, code);
  if (path.length === 0) return null;
  return path.reduce(
    (policy, category) => withOverrides(policy, category.policy ?? {}),
    withOverrides(DEFAULT_POLICY, placeDefaults),
  );
}

function withOverrides(policy: CategoryPolicy, overrides: PolicyOverrides): CategoryPolicy {
  return {
    ...policy,
    ...overrides,
    pauseOn: { ...policy.pauseOn, ...overrides.pauseOn },
    reminders: { ...policy.reminders, ...overrides.reminders },
  };
}
