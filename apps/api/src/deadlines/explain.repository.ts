import type { OrderState, PromiseKind, Role } from '@linshao/domain';
import type { Database } from '../platform/database/database.js';

export interface ExplainedOrder {
  readonly id: string;
  readonly number: string;
  readonly state: OrderState;
  readonly category: string;
  readonly area_path: string;
  /** The database's time: the one deadlines are judged by. */
  readonly now: Date;
}

export interface ExplainedChange {
  readonly deadline_id: string;
  readonly what: 'extended' | 'replanned';
  readonly due_before: Date;
  readonly due_after: Date;
  readonly reason: string | null;
  readonly post_name: string | null;
  readonly at: Date;
}

export interface ExplainedEscalation {
  readonly deadline_id: string;
  readonly rung: number;
  readonly kind: PromiseKind;
  readonly role: Role;
  readonly area_path: string;
  readonly holders: number;
  readonly vacant: boolean;
  readonly at: Date;
}

/** What an operator reads of an order's promises. Offices and counts; nobody's name. */
export class ExplainRepository {
  constructor(private readonly database: Database) {}

  /** @param wanted id or number */
  order(cityId: number, wanted: string): Promise<ExplainedOrder | null> {
    return this.database.first<ExplainedOrder>(
      `SELECT id, number, state, category, area_path, now() AS now FROM orders
        WHERE city_id = $1 AND (number = $2 OR id::text = lower($2))`,
      [cityId, wanted],
    );
  }

  changes(cityId: number, deadlineIds: readonly string[]): Promise<ExplainedChange[]> {
    return this.database.rows<ExplainedChange>(
      `SELECT deadline_id, what, due_before, due_after, reason, post_name, at FROM deadline_changes
        WHERE city_id = $1 AND deadline_id = ANY($2) ORDER BY id`,
      [cityId, deadlineIds],
    );
  }

  escalations(cityId: number, orderId: string): Promise<ExplainedEscalation[]> {
    return this.database.rows<ExplainedEscalation>(
      `SELECT deadline_id, rung, kind, role, area_path, cardinality(holder_ids) AS holders, vacant, at FROM escalations
        WHERE city_id = $1 AND order_id = $2 ORDER BY at, rung`,
      [cityId, orderId],
    );
  }
}
