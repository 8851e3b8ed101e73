import { api, type Schemas } from '../api-client/api.js';

type Item = Schemas['OrderItem'];

export interface OrderFilter {
  readonly mine?: boolean;
  readonly pool?: boolean;
  readonly overdue?: boolean;
  readonly status?: Item['state'][];
  readonly kind?: Item['kind'][];
  readonly assignee?: string;
  readonly unit?: string;
}

const PAGE = 20;

/** One page of a list of orders. */
export const fetchOrders = (filter: OrderFilter, cursor: string | null) =>
  api.get('/api/orders', { query: { ...filter, limit: PAGE, ...(cursor === null ? {} : { cursor }) } });
