import type { OrderRow } from './order-row.js';

/** Names that belong to an order's ids, fetched with it in one query. */
export interface OrderNames {
  readonly area_name: string | null;
  readonly reporter_name: string | null;
  readonly assignee_name: string | null;
  readonly assignment_name: string | null;
}

export type NamedOrderRow = OrderRow & OrderNames;

const person = (column: string): string =>
  `(SELECT p.name FROM persons p WHERE p.city_id = o.city_id AND p.id = o.${column})`;

/** What a list shows of an order; its words stay in the database. */
export type ItemRow = Pick<
  NamedOrderRow,
  | 'id'
  | 'number'
  | 'kind'
  | 'category'
  | 'state'
  | 'version'
  | 'urgency'
  | 'title'
  | 'address'
  | 'area_path'
  | 'area_name'
  | 'assignment_type'
  | 'assignment_id'
  | 'assignment_name'
  | 'assignee_id'
  | 'assignee_name'
  | 'submitted_at'
  | 'replied_at'
  | 'due_at'
  | 'urge_count'
>;

/** To be selected beside the columns of `orders o`. */
export const LIST_NAMES = `
  (SELECT a.name FROM areas a WHERE a.city_id = o.city_id AND a.path = o.area_path) AS area_name,
  ${person('assignee_id')} AS assignee_name,
  CASE o.assignment_type WHEN 'person' THEN ${person('assignment_id')}
    WHEN 'unit' THEN (SELECT u.name FROM units u WHERE u.city_id = o.city_id AND u.id = o.assignment_id) END AS assignment_name`;

export const ALL_NAMES = `${LIST_NAMES}, ${person('reporter_id')} AS reporter_name`;
