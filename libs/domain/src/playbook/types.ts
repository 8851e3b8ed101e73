import type { MatterTemplate } from '../matters/template.js';
import type { DutyReason } from '../objections/duty-catalogue.js';
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
  /** 职责清单: the reasons for which a unit may object to an order; absent: the usual ones (see dutyCatalogueOf). */
  readonly dutyCatalogue?: readonly DutyReason[];
  /** 民生事项: applications that run step by step; absent: none. */
  readonly matterTemplates?: readonly MatterTemplate[];
}
