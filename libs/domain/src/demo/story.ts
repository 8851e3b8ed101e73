import type { WaitingFor } from '../orders/commands.js';
import type { OrderKind } from '../orders/state.js';

/** Who takes a story's order: the claim hall, the desk on the spot, the grid's worker, a unit or a person. */
export type StoryReceiver =
  'members' | 'desk' | 'grid_worker' | { readonly unit: string } | { readonly person: string };

export interface StoryTask {
  readonly to: StoryReceiver;
  readonly title: string;
  readonly description: string;
  readonly summary: string;
}

/** One way a story was told, from the resident's first words to their last. */
export interface Telling {
  readonly title: string;
  /** `{dwelling}`, `{building}`, `{phone}` and `{id}` become the reporter's own, so that one sees redaction at work. */
  readonly description: string;
  readonly reply: string;
  readonly summary: string;
  readonly praise: string;
}

/** A kind of matter as it keeps coming up in a community, and everything that may happen to it. */
export interface OrderStory {
  readonly key: string;
  readonly kind: OrderKind;
  readonly category: string;
  readonly to: StoryReceiver;
  readonly place: 'dwelling' | 'building' | 'grid';
  readonly pace: 'urgent' | 'quick' | 'usual' | 'slow';
  /** Whom it suits; anybody when absent. */
  readonly reporter?: 'elder' | 'adult' | 'tenant';
  /** Where it happens: a tower has a lift, a walk-up has none. */
  readonly house?: 'tower' | 'walk_up';
  /** Asked late in the evening half of the time. */
  readonly night?: boolean;
  /** Written down by a grid worker for the resident. */
  readonly onBehalf?: boolean;
  readonly anonymous?: boolean;
  readonly tellings: readonly Telling[];
  /** Said with a bad rating; the matter is then taken up again. */
  readonly complaint?: string;
  readonly returnReason?: string;
  readonly suspend?: { readonly reason: string; readonly waitingFor: WaitingFor };
  readonly rejectReason?: string;
  readonly withdrawReason?: string;
  readonly tasks?: readonly StoryTask[];
}
