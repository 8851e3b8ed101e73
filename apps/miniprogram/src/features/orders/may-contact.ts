import type { Role } from '@linshao/domain';

/** Offices that call or visit residents; whoever only watches over orders does not. */
const OFFICES: ReadonlySet<Role> = new Set<Role>(['duty_officer', 'dispatcher', 'grid_worker', 'secretary']);

/** Without an id: somebody whose name is not for whoever looks. */
type Someone = { readonly id: string | null } | null;

interface Asked {
  readonly reporter: Someone;
  readonly assignee: Someone;
}

/** Whether to offer the resident's number; the server decides. Who asked without a name has none to give. */
export function mayContact(order: Asked, personId: string, role: Role | null): boolean {
  const reporterId = order.reporter?.id ?? null;
  if (reporterId === null || reporterId === personId) return false;
  return order.assignee?.id === personId || (role !== null && OFFICES.has(role));
}
