import {
  type Category,
  type CategoryPolicy,
  DEFAULT_POLICY,
  isLeaf,
  ORDER_KINDS,
  type Playbook,
  policyFor,
} from '@linshao/domain';

/** A category as orders need it: itself, its policy with everything inherited, whether it takes orders. */
export interface CategoryInForce {
  readonly code: string;
  readonly name: string;
  readonly category: Category;
  readonly isLeaf: boolean;
  readonly policy: CategoryPolicy;
  /** The version of the playbook that says so; null when none is stored. */
  readonly playbookId: string | null;
}

/** A version of a playbook, looked up by category. A stored version never changes. */
export interface StoredPlaybook {
  readonly id: string;
  readonly playbook: Playbook;
  readonly byCode: ReadonlyMap<string, CategoryInForce>;
}

export function toStored({ id, data }: { readonly id: string; readonly data: Playbook }): StoredPlaybook {
  const byCode = new Map<string, CategoryInForce>();
  const visit = (category: Category): void => {
    const { code, name, children = [] } = category;
    const policy = policyFor(data.categories, code, data.policy);
    if (policy) byCode.set(code, { code, name, category, isLeaf: isLeaf(category), policy, playbookId: id });
    children.forEach(visit);
  };
  data.categories.forEach(visit);
  return { id, playbook: data, byCode };
}

/** What a place promises where its categories say nothing. */
export function placePolicy(stored: StoredPlaybook | null): CategoryPolicy {
  const anything: Category = { code: 'any', name: '', kinds: [] };
  return policyFor([anything], anything.code, stored?.playbook.policy) ?? DEFAULT_POLICY;
}

/** A category nothing is known of any more: orders that have it go on by what the place promises anyway. */
export const withoutCategory = (code: string, stored: StoredPlaybook | null): CategoryInForce => ({
  code,
  name: code,
  category: { code, name: code, kinds: ORDER_KINDS },
  isLeaf: true,
  policy: placePolicy(stored),
  playbookId: stored?.id ?? null,
});
