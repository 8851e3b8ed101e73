import { DESK_TABS, filterOf, howMany } from './desk-tabs.js';

const counts = { byState: { submitted: 3, accepted: 2, returned: 1, done: 4, closed: 90 }, overdue: 5 };

it('counts on every tab what the tab would list', () => {
  expect(DESK_TABS.map(({ code }) => howMany(code, counts))).toEqual([3, 3, 0, 4, 5]);
  expect(filterOf('overdue')).toEqual({ overdue: true });
  expect(filterOf('dispatch')).toEqual({ status: ['accepted', 'returned', 'reopened'] });
});
