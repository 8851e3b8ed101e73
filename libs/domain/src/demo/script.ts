import type { OrderCommand } from '../orders/commands.js';
import type { OrderKind, OrderState } from '../orders/state.js';
import type { Point } from '../organisation/point.js';

/** Who acts by the clock alone, such as closing after the rating window. */
export const SYSTEM_ACTOR = 'system';

/** One step of an order's life, to be replayed through `decide` at its time. */
export interface ScriptedCommand {
  readonly at: Date;
  /** A person's key, or `system`. */
  readonly actor: string;
  /** With keys where a real command has ids; see `withIds`. */
  readonly command: OrderCommand;
  /** Which child task it is for, counted from 0; the order itself when absent. */
  readonly task?: number;
}

/** An invented order: how it was submitted and everything that happened to it since. */
export interface ScriptedOrder {
  readonly key: string;
  readonly story: string;
  readonly kind: OrderKind;
  readonly category: string;
  readonly title: string;
  readonly description: string;
  /** Code of the grid. */
  readonly area: string;
  readonly address: string;
  readonly point: Point;
  /** Key of the resident it is for. */
  readonly reporter: string;
  /** Key of whoever wrote it down. */
  readonly createdBy: string;
  readonly anonymous: boolean;
  readonly submittedAt: Date;
  readonly commands: readonly ScriptedCommand[];
  /** The state it is in after the last command. */
  readonly endsAs: OrderState;
}
