const IN_HAND = ['dispatched', 'claimed', 'in_progress', 'suspended', 'reopened'];

/** How much somebody has in hand; null while it is not known. */
export function loadWords(
  counts: { byState: Readonly<Record<string, unknown>>; overdue: number } | undefined,
): string | null {
  if (counts === undefined) return null;
  const { byState, overdue } = counts;
  const sum = IN_HAND.reduce((total, state) => total + (typeof byState[state] === 'number' ? byState[state] : 0), 0);
  if (sum === 0) return '手上没有单子';
  return overdue === 0 ? `手上 ${sum} 单` : `手上 ${sum} 单，超时 ${overdue} 单`;
}
