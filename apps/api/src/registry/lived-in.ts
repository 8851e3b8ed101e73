import type { AreaLevel } from '@linshao/domain';

/** People live in buildings and units; an estate of houses has rooms of its own. */
export const isLivedIn = (level: AreaLevel): boolean => ['estate', 'building', 'unit'].includes(level);
