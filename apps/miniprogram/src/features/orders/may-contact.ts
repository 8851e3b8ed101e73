import type { Role } from '@linshao/domain';

/** Offices that call or visit residents; whoever only watches over orders does not. */
const OFFICES: ReadonlySet<Role> = new Set<Role>(['duty_officer', 'dispatcher', 'grid_worker', 'secretary']);

interface Asked {
  readonly reporter: { readonly id: string } | null;
  readonly assignee: { readonly id: string } | null;
}

/** Whether to offer the resident's number; the server decides. Who asked without a name has none to give. */
export function mayContact(order: Asked, personId: string, role: Role | null): boolean {
  if (order.reporter === null || order.reporter.id === personId) return false;
  return order.assignee?.id === personId || (role !== null && OFFICES.has(role));
}
