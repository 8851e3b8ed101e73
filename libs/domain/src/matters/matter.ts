import type { AreaPath } from '../identity/area-path.js';
import type { MatterState } from './state.js';
import type { TemplateStep } from './template.js';

/** An application under way. It keeps the steps it began with: a changed playbook never moves what runs. */
export interface Matter {
  readonly id: string;
  readonly steps: readonly TemplateStep[];
  readonly state: MatterState;
  /** Index of the step it stands at; of an ended matter the one it ended at. */
  readonly step: number;
  /** Grows by one with every move. */
  readonly version: number;
  readonly areaPath: AreaPath;
  /** Null: a resident who is not registered, or who had their data erased. */
  readonly applicantId: string | null;
  readonly createdById: string;
  readonly stepStartedAt: Date;
}

export type NewMatter = Omit<Matter, 'id'>;

/** What happened, for the history that is only added to. */
export interface MatterEvent {
  readonly action: 'submit' | MatterAction;
  readonly fromState: MatterState | null;
  readonly toState: MatterState;
  readonly fromStep: number | null;
  readonly toStep: number;
  readonly words: string | null;
  readonly actorId: string;
  readonly postId: string | null;
  /** Null: as a private person. */
  readonly postName: string | null;
}

/** What a move does to the clock of the step. */
export type StepClock =
  | { readonly type: 'next'; readonly step: TemplateStep }
  | { readonly type: 'end'; readonly how: 'met' | 'cancelled' }
  | { readonly type: 'pause' | 'resume' };

export interface MatterMove {
  readonly patch: Pick<Matter, 'state' | 'step' | 'version' | 'stepStartedAt'>;
  readonly event: MatterEvent;
  readonly clock: StepClock;
}

export const MATTER_ACTION_CODES = ['advance', 'return', 'suspend', 'resume', 'refuse', 'withdraw'] as const;
export type MatterAction = (typeof MATTER_ACTION_CODES)[number];

export interface MatterCommand {
  readonly action: MatterAction;
  readonly words?: string;
}

/** The step a matter stands at. */
export function currentStep({ steps, step }: Pick<Matter, 'steps' | 'step'>): TemplateStep {
  const found = steps[step];
  if (!found) throw new RangeError(`A matter of ${steps.length} steps stands at step ${step}`);
  return found;
}
