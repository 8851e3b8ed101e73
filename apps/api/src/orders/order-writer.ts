import type { FollowChange, Move, NewChild, NewOrder, Order, OrderEvent } from '@linshao/domain';
import { communityOf } from '@linshao/domain';
import type { NamedStatement } from '../platform/database/statement.js';
import { outboxRow } from '../platform/events/event.js';
import { nextId } from '../platform/ids.js';
import { toColumns } from './order-row.js';
import { orderMoved } from './orders.events.js';

/** What an order holds besides what the rules know. */
export interface OrderContent {
  readonly title: string;
  readonly description: string;
  readonly address?: string | null;
  readonly lng?: number | null;
  readonly lat?: number | null;
  readonly photo_ids?: readonly string[];
  readonly due_at?: Date | null;
}

// Two servers may ask in the same second; a sequence never gives a number twice, and never waits for a commit.
const NUMBER = `to_char($NOW::timestamptz AT TIME ZONE 'Asia/Shanghai', 'YYMMDD-') || lpad((nextval('order_numbers') % 1000000)::text, 6, '0')`;

/** INSERT of an order; its number is made here. @param from a part that must have matched for the order to exist. */
export function insertOrder(
  as: string,
  cityId: number,
  id: string,
  order: NewOrder,
  content: OrderContent,
  from: string | null,
): NamedStatement {
  const columns = { city_id: cityId, id, ...toColumns(order), ...content };
  const names = Object.keys(columns);
  const values = [...Object.values(columns), order.submittedAt];
  const places = names.map((name, i) => `$${i + 1}${CAST[name] ?? ''}`);
  return {
    as,
    text: `INSERT INTO orders (number, ${names.join(', ')}) SELECT ${NUMBER.replace('$NOW', `$${values.length}`)}, ${places.join(', ')}${
      from ? ` FROM ${from}` : ''
    } RETURNING *`,
    values,
  };
}

/** UPDATE that wins only against the version it was decided on; an empty patch checks the version and changes nothing. */
export function updateOrder(
  as: string,
  cityId: number,
  before: Order,
  columns: Readonly<Record<string, unknown>>,
): NamedStatement {
  const names = Object.keys(columns);
  const where = 'WHERE city_id = $1::int AND id = $2::uuid AND version = $3::int';
  const values = [cityId, before.id, before.version];
  if (names.length === 0) return { as, text: `SELECT * FROM orders ${where}`, values };
  const assignments = names.map((name, i) => `${name} = $${i + 4}${CAST[name] ?? ''}`).join(', ');
  return {
    as,
    text: `UPDATE orders SET ${assignments} ${where} RETURNING *`,
    values: [...values, ...Object.values(columns)],
  };
}

// In `SELECT $n` PostgreSQL cannot infer a parameter's type from the column it lands in.
const CAST: Readonly<Record<string, string>> = {
  city_id: '::int',
  id: '::uuid',
  version: '::int',
  lng: '::float8',
  lat: '::float8',
  photo_ids: '::uuid[]',
  reporter_id: '::uuid',
  created_by_id: '::uuid',
  anonymous: '::boolean',
  confidential: '::boolean',
  assignment_id: '::uuid',
  assignee_id: '::uuid',
  parent_id: '::uuid',
  open_children: '::int',
  merged_into: '::uuid',
  submitted_at: '::timestamptz',
  replied_at: '::timestamptz',
  accepted_at: '::timestamptz',
  rejected_at: '::timestamptz',
  appealed_at: '::timestamptz',
  done_at: '::timestamptz',
  published_at: '::timestamptz',
  rated_at: '::timestamptz',
  closed_at: '::timestamptz',
  solved: '::boolean',
  stars: '::int',
  reviewed: '::boolean',
  last_urged_at: '::timestamptz',
  urge_count: '::int',
  reopen_count: '::int',
  due_at: '::timestamptz',
};

/** The history row of an event and the outbox row that announces it. */
export function eventParts(
  cityId: number,
  orderId: string,
  areaPath: string,
  version: number,
  event: OrderEvent,
  at: Date,
  from: string,
  suffix = '',
): NamedStatement[] {
  const eventId = nextId();
  const { type, action, fromState, toState, words, data, actorId, postId, postName } = event;
  return [
    {
      as: `event${suffix}`,
      text: `INSERT INTO order_events (city_id, id, order_id, version, community_path, type, from_state, to_state, words, public, data, actor_id, post_id, post_name, at)
             SELECT $1::int, $2::uuid, $3::uuid, $4::int, $5, $6, $7, $8, $9, $10::boolean, $11::jsonb, $12::uuid, $13::uuid, $14, $15::timestamptz FROM ${from}`,
      values: [
        cityId,
        eventId,
        orderId,
        version,
        communityOf(areaPath),
        type,
        fromState,
        toState,
        words,
        event.public,
        JSON.stringify(data),
        actorId,
        postId,
        postName,
        at,
      ],
    },
    outboxRow(
      orderMoved,
      cityId,
      { orderId, eventId, action, from: fromState, to: toState, version },
      from,
      `outbox${suffix}`,
    ),
  ];
}

/** A child task about to be written, and when it is judged overdue. */
export interface IdentifiedChild {
  readonly id: string;
  readonly child: NewChild;
  /** The part of the statement that writes it. */
  readonly part: string;
  readonly dueAt: Date | null;
}

/** Everything one move writes, as parts of one statement that hang on `moved`. */
export function moveParts(
  cityId: number,
  before: Order,
  move: Move,
  actorId: string | null,
  at: Date,
  children: readonly IdentifiedChild[],
): NamedStatement[] {
  const version = move.patch.version ?? before.version;
  return [
    ...move.events.flatMap((event, i) =>
      eventParts(cityId, before.id, move.patch.areaPath ?? before.areaPath, version, event, at, 'moved', String(i)),
    ),
    ...(move.followers ? [followPart(cityId, before, move.followers, actorId)] : []),
    ...(move.parentOpenChildren !== 0 && before.parentId
      ? [parentPart(cityId, before.parentId, move.parentOpenChildren)]
      : []),
    ...children.flatMap((child) => childParts(cityId, child, at)),
  ];
}

function childParts(cityId: number, { id, child, part, dueAt }: IdentifiedChild, at: Date): NamedStatement[] {
  const { order, title, description, events } = child;
  return [
    insertOrder(part, cityId, id, order, { title, description, due_at: dueAt }, 'moved'),
    ...events.flatMap((event) => eventParts(cityId, id, order.areaPath, order.version, event, at, part, `_${part}`)),
  ];
}

// The parent's version grows too, so that a `done` decided on the old count of open children loses.
const parentPart = (cityId: number, parentId: string, delta: number): NamedStatement => ({
  as: 'parent',
  text: `UPDATE orders SET open_children = open_children + $3::int, version = version + 1 WHERE city_id = $1::int AND id = $2::uuid AND EXISTS (SELECT FROM moved)`,
  values: [cityId, parentId, delta],
});

function followPart(cityId: number, order: Order, change: FollowChange, actorId: string | null): NamedStatement {
  switch (change.type) {
    case 'add_actor':
      return {
        as: 'followers',
        text: `INSERT INTO order_followers (city_id, order_id, person_id) SELECT $1::int, $2::uuid, $3::uuid FROM moved ON CONFLICT DO NOTHING`,
        values: [cityId, order.id, actorId],
      };
    case 'remove_actor':
      return {
        as: 'followers',
        text: `DELETE FROM order_followers WHERE city_id = $1::int AND order_id = $2::uuid AND person_id = $3::uuid AND EXISTS (SELECT FROM moved)`,
        values: [cityId, order.id, actorId],
      };
    case 'follow_survivor':
      return {
        as: 'followers',
        text: `INSERT INTO order_followers (city_id, order_id, person_id, via_order_id)
               SELECT $1::int, $2::uuid, person_id, $3::uuid FROM moved,
                 (SELECT $4::uuid AS person_id UNION SELECT person_id FROM order_followers WHERE city_id = $1::int AND order_id = $3::uuid) AS told
               ON CONFLICT DO NOTHING`,
        values: [cityId, change.orderId, order.id, order.reporterId],
      };
    case 'leave_survivor':
      return {
        as: 'followers',
        text: `DELETE FROM order_followers WHERE city_id = $1::int AND order_id = $2::uuid AND via_order_id = $3::uuid AND EXISTS (SELECT FROM moved)`,
        values: [cityId, change.orderId, order.id],
      };
  }
}
