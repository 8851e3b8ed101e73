import { Injectable } from '@nestjs/common';
import type { DeadlineKind, DeadlineSubject, PromiseKind, RungRole, TimeLimit } from '@linshao/domain';
import type { Transaction } from '../platform/database/database.js';

/** A deadline that was just missed. */
export interface FiredDeadline {
  readonly id: string;
  readonly subjectType: DeadlineSubject;
  readonly subjectId: string;
  readonly orderId: string | null;
  readonly kind: DeadlineKind;
  readonly rung: number;
  readonly areaPath: string;
  readonly category: string | null;
  readonly dueAt: Date;
  readonly holderIds: readonly string[];
}

/** A missed promise that just reached a rung of its ladder. */
export interface Escalation {
  readonly id: string;
  /** The promise that was missed. */
  readonly deadlineId: string;
  readonly kind: PromiseKind;
  readonly orderId: string;
  readonly rung: number;
  readonly role: RungRole;
  /** Where the office is held: the order's own area, or one above. */
  readonly areaPath: string;
  readonly holderIds: readonly string[];
  readonly vacant: boolean;
  /** Within what a supervision order must be answered; null: this rung opens none. */
  readonly answerWithin: TimeLimit | null;
  readonly at: Date;
}

type MissedHook = (tx: Transaction, cityId: number, missed: readonly FiredDeadline[]) => Promise<void>;
type EscalatedHook = (tx: Transaction, cityId: number, escalations: readonly Escalation[]) => Promise<void>;

/** Subscriptions *in the transaction* of a firing: what must be true exactly when a deadline was missed or climbed. */
@Injectable()
export class FiringHooks {
  private readonly missed = new Map<string, { kind: DeadlineKind; hook: MissedHook }>();
  private readonly escalated = new Map<string, EscalatedHook>();

  /** @param name stable name of the subscriber, once per kind. */
  onMissed(kind: DeadlineKind, name: string, hook: MissedHook): void {
    const key = `${name} ${kind}`;
    if (this.missed.has(key)) throw new Error(`${name} hears of missed ${kind} twice`);
    this.missed.set(key, { kind, hook });
  }

  onEscalated(name: string, hook: EscalatedHook): void {
    if (this.escalated.has(name)) throw new Error(`${name} hears of escalations twice`);
    this.escalated.set(name, hook);
  }

  async tell(
    tx: Transaction,
    cityId: number,
    missed: readonly FiredDeadline[],
    escalations: readonly Escalation[],
  ): Promise<void> {
    for (const { kind, hook } of this.missed.values()) {
      const ofKind = missed.filter((deadline) => deadline.kind === kind);
      if (ofKind.length > 0) await hook(tx, cityId, ofKind);
    }
    if (escalations.length > 0) for (const hook of this.escalated.values()) await hook(tx, cityId, escalations);
  }
}
