import type { DemoPerson } from './community.js';

/** Everybody who plays a part in one order, by key. */
export interface Cast {
  readonly reporter: DemoPerson;
  readonly createdBy: string;
  readonly grid: string;
  readonly duty: string;
  readonly desk: string;
  readonly publisher: string;
  readonly reviewer: string;
  readonly neighbours: readonly string[];
}
