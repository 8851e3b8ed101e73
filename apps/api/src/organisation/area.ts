import type { AreaLevel, AreaPath, Polygon } from '@linshao/domain';

/** An area as other features know it; its border is asked for separately, lists never carry it. */
export interface Area {
  readonly cityId: number;
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly level: AreaLevel;
  readonly parentId: string | null;
  readonly path: AreaPath;
  readonly households: number | null;
}

export interface AreaWithBorder extends Area {
  readonly polygon: Polygon | null;
  readonly source: string;
  readonly version: number;
}
