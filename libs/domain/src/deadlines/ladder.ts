import type { AreaPath } from '../identity/area-path.js';
import type { Role } from '../identity/role.js';
import type { TimeLimit } from '../time/time-limit.js';

/** The offices a missed promise may climb to. */
export const RUNG_ROLES = ['secretary', 'supervisor', 'regulator'] as const satisfies readonly Role[];
export type RungRole = (typeof RUNG_ROLES)[number];

/** One step of an escalation ladder (C10). */
export interface Rung {
  /** The office that is told and must act; whoever holds it over the order's area, or stands in. */
  readonly role: RungRole;
  /** How long this rung has before the next one is told. */
  readonly within: TimeLimit;
  /** Opens a supervision order 督办单 that must be answered within this; absent: none is opened. */
  readonly supervise?: TimeLimit;
}

/** 社区书记 → 街道督办 (with a supervision order) → 行业主管. */
export const DEFAULT_LADDER: readonly Rung[] = [
  { role: 'secretary', within: { amount: 2, unit: 'hours', clock: 'working' } },
  {
    role: 'supervisor',
    within: { amount: 2, unit: 'workdays', clock: 'working' },
    supervise: { amount: 1, unit: 'workdays', clock: 'working' },
  },
  { role: 'regulator', within: { amount: 3, unit: 'workdays', clock: 'working' } },
];

/** The rung after the given one (0: before the first); null when the ladder ends. */
export const rungAfter = (ladder: readonly Rung[], rung: number): Rung | null => ladder[rung] ?? null;

/** The office a rung tells: a regulator is outside the circle of a confidential order, so that the supervisor sees to it instead. */
export const rungRoleFor = (role: RungRole, { confidential }: { readonly confidential: boolean }): RungRole =>
  role === 'regulator' && confidential ? 'supervisor' : role;

/** Length of the code of the area in which an office of the ladder sits: a community, a sub-district, a district. */
const SEAT: Readonly<Record<RungRole, RegExp>> = { secretary: /^\d{12}$/, supervisor: /^\d{9}$/, regulator: /^\d{6}$/ };

/** The area in which the office over a place is held: the innermost one of its level, or the place itself without one. */
export function seatOf(role: RungRole, areaPath: AreaPath): AreaPath {
  const codes = areaPath.split('/');
  const at = codes.map((code) => SEAT[role].test(code)).lastIndexOf(true);
  return at < 0 ? areaPath : codes.slice(0, at + 1).join('/');
}
