import type { NamedStatement, Statement } from '../database/statement.js';
import { nextId } from '../ids.js';

/** A kind of fact that happened; its payload holds ids and codes only, never personal data. */
export interface EventDefinition<P extends object> {
  readonly topic: string;
  readonly payload?: P;
}

export const defineEvent = <P extends object>(topic: string): EventDefinition<P> => ({ topic });

export interface PublishedEvent<P extends object> {
  readonly id: string;
  readonly cityId: number;
  readonly at: Date;
  readonly payload: P;
}

/**
 * The outbox row of an event, as a part of the statement that makes it true: it exists exactly when the fact does.
 * @param from name of the deciding statement; nothing is written when that one matched no row.
 */
export function outboxRow<P extends object>(
  definition: EventDefinition<P>,
  cityId: number,
  payload: P,
  from: string,
  as = 'outbox_row',
): NamedStatement {
  return {
    as,
    text: `INSERT INTO outbox (city_id, id, topic, payload) SELECT $1::int, $2::uuid, $3, $4::jsonb FROM ${from}`,
    values: [cityId, nextId(), definition.topic, JSON.stringify(payload)],
  };
}

/** The outbox rows of several events of one kind, for a transaction whose earlier statements made them true. */
export function outboxRows<P extends object>(
  definition: EventDefinition<P>,
  cityId: number,
  payloads: readonly P[],
): Statement {
  return {
    text: `INSERT INTO outbox (city_id, id, topic, payload)
           SELECT $1::int, e.id, $2, e.payload FROM jsonb_to_recordset($3::jsonb) AS e (id uuid, payload jsonb)`,
    values: [cityId, definition.topic, JSON.stringify(payloads.map((payload) => ({ id: nextId(), payload })))],
  };
}
