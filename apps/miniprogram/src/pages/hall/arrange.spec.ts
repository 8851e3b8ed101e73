import type { OrderItem } from '../../orders/queries.js';
import { arrange } from './arrange.js';

const item = (id: string, kind: OrderItem['kind'], submittedAt: string) => ({ id, kind, submittedAt }) as OrderItem;
const items = [
  item('new', 'problem', '2026-11-25T08:00:00.000Z'),
  item('wish', 'wish', '2026-11-24T08:00:00.000Z'),
  item('old', 'service', '2026-11-20T08:00:00.000Z'),
  item('old-wish', 'wish', '2026-11-21T08:00:00.000Z'),
];

it.each([
  ['newest', ['new', 'wish', 'old', 'old-wish']],
  ['waiting', ['old', 'old-wish', 'wish', 'new']],
  ['wishes', ['old-wish', 'wish', 'old', 'new']],
] as const)('the hall by %s', (by, ids) => {
  expect(arrange(items, by).map(({ id }) => id)).toEqual(ids);
});
