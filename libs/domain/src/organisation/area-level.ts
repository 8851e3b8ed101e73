/** The levels of the area tree 区域, from the city down. */
export const AREA_LEVEL_CODES = [
  'city',
  'district',
  'subdistrict',
  'community',
  'grid',
  'estate',
  'building',
  'unit',
  'micro_grid',
] as const;

export type AreaLevel = (typeof AREA_LEVEL_CODES)[number];

export interface AreaLevelRule {
  /** Chinese name, as people say it. */
  readonly name: string;
  /**
   * Levels that may hang directly below. A level may be skipped where places really skip it: 东莞 has no districts,
   * a building may stand in a grid without an estate, a micro-grid 微网格 may be cut anywhere below the grid.
   */
  readonly contains: readonly AreaLevel[];
}

export const AREA_LEVELS: Readonly<Record<AreaLevel, AreaLevelRule>> = {
  city: { name: '市', contains: ['district', 'subdistrict'] },
  district: { name: '区县', contains: ['subdistrict'] },
  subdistrict: { name: '街道', contains: ['community'] },
  community: { name: '社区', contains: ['grid', 'estate'] },
  grid: { name: '网格', contains: ['estate', 'building', 'micro_grid'] },
  estate: { name: '小区', contains: ['building', 'micro_grid'] },
  building: { name: '楼幢', contains: ['unit', 'micro_grid'] },
  unit: { name: '单元', contains: ['micro_grid'] },
  micro_grid: { name: '微网格', contains: [] },
};

export const mayContain = (parent: AreaLevel, child: AreaLevel): boolean =>
  AREA_LEVELS[parent].contains.includes(child);

export const isAreaLevel = (value: string): value is AreaLevel => AREA_LEVEL_CODES.some((level) => level === value);
