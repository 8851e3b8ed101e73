const WORKING: ReadonlySet<string> = new Set(['claimed', 'in_progress', 'suspended', 'reopened']);
const DONE: ReadonlySet<string> = new Set(['done', 'published', 'rated', 'closed']);

/** How much is under way and how much is done, from the counts by state. */
export function tallyOf(byState: Readonly<Record<string, unknown>>): { working: number; done: number } {
  const sum = (states: ReadonlySet<string>) =>
    Object.entries(byState).reduce(
      (total, [state, count]) => total + (states.has(state) && typeof count === 'number' ? count : 0),
      0,
    );
  return { working: sum(WORKING), done: sum(DONE) };
}
