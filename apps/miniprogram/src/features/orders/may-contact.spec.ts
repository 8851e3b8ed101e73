import { mayContact } from './may-contact.js';

const order = { reporter: { id: 'resident' }, assignee: { id: 'member' } };

it.each([
  ['whoever does the work', order, 'member', 'party_member', true],
  ['another member', order, 'other', 'party_member', false],
  ['the dispatcher', order, 'desk', 'dispatcher', true],
  ['the duty officer', order, 'desk', 'duty_officer', true],
  ['the supervisor, who watches', order, 'above', 'supervisor', false],
  ['a neighbour', order, 'neighbour', null, false],
  ['a dispatcher about their own matter', { ...order, reporter: { id: 'desk' } }, 'desk', 'dispatcher', false],
  ['anybody about an anonymous matter', { ...order, reporter: { id: null } }, 'desk', 'dispatcher', false],
  ['anybody about a matter without a person', { ...order, reporter: null }, 'desk', 'dispatcher', false],
] as const)('knows whether to offer the number to %s', (_, asked, personId, role, offered) => {
  expect(mayContact(asked, personId, role)).toBe(offered);
});
