import type { Category } from '../orders/category.js';
import type { PolicyOverrides } from '../orders/policy.js';

/** A place's named configuration (P1–P10). Engines read it; none is written for a place. */
export interface Playbook {
  readonly code: string;
  readonly name: string;
  /** Which field report it follows. */
  readonly source: string;
  /** Six-digit code of the city, e.g. 320400. */
  readonly city: number;
  /** Twelve-digit code of the community it was written for. */
  readonly community: string;
  /** What this place says differently from the defaults, for every category. */
  readonly policy?: PolicyOverrides;
  readonly categories: readonly Category[];
}
