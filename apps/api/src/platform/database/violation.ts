const STATES = { unique: '23505', exclusion: '23P01', 'foreign key': '23503' } as const;

/** Whether PostgreSQL refused a write because of a constraint of this kind, and of this name when one is given. */
export function isViolation(error: unknown, kind: keyof typeof STATES, constraint?: string): boolean {
  const { code, constraint: violated } = (error ?? {}) as { code?: unknown; constraint?: unknown };
  return code === STATES[kind] && (constraint === undefined || violated === constraint);
}
