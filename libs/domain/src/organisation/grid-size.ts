/** Households a grid 网格 should have, both ends included (the places' own rule, P8). */
export const GRID_HOUSEHOLDS = { fewest: 300, most: 500 } as const;

/**
 * A Chinese sentence for the administrator when a grid is smaller or larger than usual, otherwise null. A warning and
 * never a refusal: villages in the city and single towers are what they are.
 */
export function gridSizeWarning(households: number): string | null {
  const { fewest, most } = GRID_HOUSEHOLDS;
  if (households < fewest) return `该网格 ${households} 户，少于建议的 ${fewest} 户，可考虑与相邻网格合并。`;
  if (households > most) return `该网格 ${households} 户，多于建议的 ${most} 户，可考虑拆分。`;
  return null;
}
