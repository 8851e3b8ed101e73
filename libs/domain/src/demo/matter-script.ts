import type { MatterAction } from '../matters/matter.js';

/** A livelihood matter of a demo community's past, to be replayed through the rules. Moments are hours before the load. */
export interface ScriptedMatter {
  readonly key: string;
  readonly template: string;
  /** Code of the area it belongs to. */
  readonly area: string;
  /** Key of the applicant whom `by` writes it down for; absent: `by` applies. */
  readonly applicant?: string;
  readonly by: string;
  readonly title?: string;
  readonly hoursAgo: number;
  readonly moves: readonly {
    readonly hoursAgo: number;
    readonly by: string;
    readonly action: MatterAction;
    readonly words: string;
  }[];
}
