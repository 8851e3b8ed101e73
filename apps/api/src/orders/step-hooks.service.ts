import { Injectable } from '@nestjs/common';
import type { NewOrder, OrderAction, OrderState, WaitingFor } from '@linshao/domain';
import type { NamedStatement } from '../platform/database/statement.js';
import type { CategoryInForce } from '../playbooks/playbooks.service.js';

/** A step of an order that is about to be saved. */
export interface StepTaken {
  readonly cityId: number;
  readonly orderId: string;
  readonly action: OrderAction | 'submit';
  readonly from: OrderState | null;
  readonly after: NewOrder;
  readonly category: CategoryInForce;
  readonly now: Date;
  readonly waitingFor?: WaitingFor;
  /** Name of the part of the statement that decides; everything hangs on it. */
  readonly part: string;
}

/** What else becomes true with a step, in the same statement. */
export interface Consequence {
  readonly parts: readonly NamedStatement[];
  /** When the order is judged overdue from now on; absent: as before. */
  readonly dueAt?: Date | null;
}

type StepHook = (step: StepTaken) => Promise<Consequence>;

/**
 * Subscriptions *in the transaction*: what must be true exactly when a step is, such as its deadlines. A hook reads and
 * decides beforehand; its parts are written by the step's own statement. (After commit: see Subscriptions.)
 */
@Injectable()
export class StepHooks {
  private readonly hooks: StepHook[] = [];

  add(hook: StepHook): void {
    this.hooks.push(hook);
  }

  async consequenceOf(step: StepTaken): Promise<Consequence> {
    const all = await Promise.all(this.hooks.map((hook) => hook(step)));
    const due = all.find(({ dueAt }) => dueAt !== undefined);
    return { parts: all.flatMap(({ parts }) => parts), ...(due && { dueAt: due.dueAt ?? null }) };
  }
}
