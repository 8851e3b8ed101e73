import type { AreaLevel, AreaPath } from '@linshao/domain';

/** An area as other features know it. */
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

export interface AreaInList extends Area {
  readonly hasChildren: boolean;
  readonly version: number;
}

/** An area with what only its own page shows. */
export interface AreaRow extends AreaInList {
  /** As PostgreSQL writes it; see polygon-column.ts. */
  readonly polygon: string | null;
  readonly source: string;
}
