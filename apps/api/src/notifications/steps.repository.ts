import { Injectable } from '@nestjs/common';
import type { HandOver, OrderAction, OrderEventType, OrderState } from '@linshao/domain';
import { PAST } from '@linshao/domain';
import type { Sql } from '../platform/database/database.js';
import { floorOf } from '../platform/database/id-floor.js';

interface EventRow {
  readonly id: string;
  readonly order_id: string;
  readonly version: number;
  readonly type: OrderEventType;
  readonly from_state: OrderState | null;
  readonly to_state: OrderState;
  readonly data: Readonly<Record<string, unknown>>;
  readonly actor_id: string | null;
}

/** A step with what its order is now; who had it before the step is told by `handOvers`. */
export interface StepRow extends EventRow {
  readonly post_name: string | null;
  readonly at: Date;
  readonly number: string;
  readonly category: string;
  readonly area_path: string;
  readonly reporter_id: string;
  readonly created_by_id: string;
  readonly confidential: boolean;
  readonly parent_id: string | null;
  readonly parent_number: string | null;
  readonly leader_id: string | null;
}

const ACTIONS = new Map(Object.entries(PAST).map(([action, past]) => [`order.${past}`, action as OrderAction]));

/** The only steps that change in whose hands an order is. */
const HAND_OVERS: readonly OrderEventType[] = [
  'order.submitted',
  'order.dispatched',
  'order.split',
  'order.claimed',
  'order.returned',
  'order.done',
  'order.reopened',
  'order.reviewed',
  'order.withdrawn',
];

const EVENT = 'e.id, e.order_id, e.version, e.type, e.from_state, e.to_state, e.data, e.actor_id';

@Injectable()
export class StepsRepository {
  load(sql: Sql, cityId: number, eventIds: readonly string[]): Promise<StepRow[]> {
    return sql.rows<StepRow>(
      `SELECT ${EVENT}, e.post_name, e.at, o.number, o.category, o.area_path, o.reporter_id, o.created_by_id, o.confidential,
              o.parent_id, p.number AS parent_number, p.assignee_id AS leader_id
         FROM order_events e
         JOIN orders o ON o.city_id = e.city_id AND o.id = e.order_id
         LEFT JOIN orders p ON p.city_id = o.city_id AND p.id = o.parent_id
        WHERE e.city_id = $1 AND e.id = ANY($2::uuid[]) ORDER BY e.id`,
      [cityId, eventIds],
    );
  }

  /** Every change of hands of the orders, oldest first. */
  handOvers(sql: Sql, cityId: number, orderIds: readonly string[]): Promise<EventRow[]> {
    return sql.rows<EventRow>(
      `SELECT ${EVENT} FROM order_events e
        WHERE e.city_id = $1 AND e.order_id = ANY($2::uuid[]) AND e.id >= $3 AND e.type = ANY($4)
        ORDER BY e.version, e.id`,
      [cityId, orderIds, floorOf(orderIds), HAND_OVERS],
    );
  }
}

/** A row of history as the rules read it. */
export function toHandOver(row: EventRow): HandOver {
  const action = ACTIONS.get(row.type);
  if (!action) throw new Error(`event ${row.id} has the unknown type ${row.type}`);
  return {
    action,
    fromState: row.from_state,
    toState: row.to_state,
    data: row.data,
    actorId: row.actor_id,
  };
}
