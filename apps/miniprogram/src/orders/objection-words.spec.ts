import { OBJECTION_STATES } from '@linshao/domain';
import { mayObject, objectionNow, objectionTone, unitPosts } from './objection-words.js';

const post = (role: 'unit_responder' | 'provider' | 'dispatcher', scopeId = 'u1') => ({
  role,
  scopeType: role === 'dispatcher' ? ('area' as const) : ('unit' as const),
  scopeId,
});
const SENT = { state: 'dispatched', assignee: null, assignment: { type: 'unit', id: 'u1' } };
const unit = { id: 'u1', name: '路灯所' };

it.each(OBJECTION_STATES)('says what became of one that is %s', (state) => {
  expect(objectionNow({ state, unit })).toMatch(/^[\u4e00-\u9fff，：]+$/);
  expect(objectionTone(state)).not.toBe('alarm');
});

it('is offered to the unit the order waits for, once', () => {
  expect(mayObject(SENT, [post('unit_responder')], [])).toBe(true);
  expect(mayObject(SENT, [post('provider')], [{ unit: { id: 'u2', name: '别家' } }])).toBe(true);
  expect(mayObject(SENT, [post('unit_responder')], [{ unit }])).toBe(false);
  expect(mayObject(SENT, [post('unit_responder', 'u2'), post('dispatcher')], [])).toBe(false);
});

it.each([
  [{ ...SENT, state: 'claimed' }],
  [{ ...SENT, assignee: { id: 'p1' } }],
  [{ ...SENT, assignment: { type: 'person', id: 'u1' } }],
  [{ ...SENT, assignment: null }],
])('is not offered for %j', (order) => {
  expect(mayObject(order, [post('unit_responder')], [])).toBe(false);
});

it('knows by which posts somebody answers for a unit', () => {
  const own = post('unit_responder');
  expect(unitPosts([post('dispatcher'), own])).toEqual([own]);
});
