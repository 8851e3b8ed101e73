import { ANSWERING_ROLES, ISSUING_ROLES, type Role, RULING_ROLES, RUNG_ROLES } from '@linshao/domain';

/** The kinds of work that staff of a community, its sub-district and its units do at the desk. */
export type DeskWork = 'duty' | 'inbox' | 'supervision' | 'objections' | 'escalated' | 'unit' | 'figures';

const WHO: Readonly<Record<DeskWork, readonly Role[]>> = {
  duty: ['duty_officer', 'dispatcher', 'secretary'],
  inbox: ['dispatcher', 'secretary', 'grid_worker', 'supervisor', 'regulator'],
  supervision: [...ANSWERING_ROLES, ...ISSUING_ROLES],
  objections: RULING_ROLES,
  escalated: RUNG_ROLES,
  unit: ['unit_responder', 'provider'],
  figures: ['dispatcher', 'secretary', 'supervisor', 'regulator'],
};
const ALL: readonly DeskWork[] = ['duty', 'inbox', 'supervision', 'objections', 'escalated', 'unit', 'figures'];
/** What somebody opens the app for, before the rest. */
const FIRST: Partial<Record<Role, DeskWork>> = {
  duty_officer: 'duty',
  supervisor: 'supervision',
  regulator: 'supervision',
  unit_responder: 'unit',
  provider: 'unit',
};

/** What a post has to do at the desk, the most important first; nothing for residents and helpers. */
export function deskWorkOf(role: Role | null): readonly DeskWork[] {
  if (role === null) return [];
  const first = FIRST[role] ?? 'inbox';
  return ALL.filter((work) => WHO[work].includes(role)).sort((a, b) => Number(b === first) - Number(a === first));
}

const ISSUING: ReadonlySet<Role> = new Set(ISSUING_ROLES);

/** The supervision orders that wait for this post: those to be answered, or the answers to be judged. */
export const supervisionTurn = (role: Role | null): 'open' | 'answered' =>
  role !== null && ISSUING.has(role) ? 'answered' : 'open';
