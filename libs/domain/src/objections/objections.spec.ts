import type { Actor } from '../identity/actor.js';
import { ACTORS, facts, orderIn, POOL, UNIT, type ActorName } from '../testing/orders.js';
import { GRID, minutesAfter, NOW, person, post, STREET, unitScope } from '../testing/people.js';
import { decide } from '../orders/decide.js';
import type { Order } from '../orders/order.js';
import { permittedActions } from '../orders/permitted-actions.js';
import { ORDER_STATES } from '../orders/state.js';
import { DEFAULT_DUTY_CATALOGUE, dutyCatalogueOf } from './duty-catalogue.js';
import { type Objection, OBJECTION_STATES, objectionStands } from './objection.js';
import { type ObjectionFacts, raiseObjection } from './raise-objection.js';
import { ruleObjection, seesObjection } from './rule-objection.js';

const NAMES = Object.keys(ACTORS) as ActorName[];
const REQUEST = { reasonCode: 'not-our-duty', text: '路灯归城管局路灯所' };
const SENT = orderIn('dispatched', { assignment: UNIT });
const CHILD: Partial<Order> = { parentId: 'o0' };
const BEFORE: ObjectionFacts = {
  now: NOW,
  catalogue: DEFAULT_DUTY_CATALOGUE,
  claimDue: minutesAfter(NOW, 60),
  hasObjected: false,
};

const codeOf = (decision: { ok: boolean; code?: string }): string => (decision.ok ? 'ok' : (decision.code ?? ''));
const raise = (
  order: Order = SENT,
  changes: Partial<ObjectionFacts> = {},
  request = REQUEST,
  actor: Actor = ACTORS.unit,
) => raiseObjection(order, request, actor, { ...BEFORE, ...changes });

describe('an objection', () => {
  it('is raised with a reason of the duty catalogue, by the post of the unit', () => {
    expect(raise(SENT, {}, { ...REQUEST, text: ' 路灯归城管局路灯所 ' })).toMatchObject({
      ok: true,
      value: {
        unitId: 'u1',
        reason: { name: '非本单位职责' },
        words: '路灯归城管局路灯所',
        post: { role: 'unit_responder' },
      },
    });
  });

  it.each([
    ['an order', {}],
    ['a child task', CHILD],
  ])('to %s is the addressed unit’s alone', (_what, changes) => {
    const order = { ...SENT, ...changes };
    const codes = NAMES.map((name) => [name, codeOf(raise(order, {}, REQUEST, ACTORS[name]))]);
    const outsiders: ActorName[] = ['follower', 'assignee', 'addressee', 'pool', 'stranger'];
    for (const [name, code] of codes) {
      if (name === 'unit') expect(code).toBe('ok');
      else
        expect([name, code]).toEqual([
          name,
          outsiders.some((out) => out === name) ? 'order.not_visible' : 'order.not_allowed',
        ]);
    }
    const otherUnit = person('r2', post('unit_responder', GRID, { scope: unitScope('u2') }));
    expect(codeOf(raise(order, {}, REQUEST, otherUnit))).toBe('order.not_visible');
    const provider = person('p', post('provider', GRID, { scope: unitScope('u1') }));
    expect(codeOf(raise(order, {}, REQUEST, provider))).toBe('ok');
    const former = person('f', post('unit_responder', GRID, { scope: unitScope('u1'), to: NOW }));
    expect(codeOf(raise(order, {}, REQUEST, former))).toBe('order.not_visible');
  });

  it.each(ORDER_STATES)('to an order that is %s', (state) => {
    const order = orderIn(state, { assignment: UNIT });
    expect(codeOf(raise(order))).toBe(state === 'dispatched' ? 'ok' : 'objection.only_when_dispatched');
  });

  it.each([
    ['objection.unknown_reason', {}, { ...REQUEST, reasonCode: 'too-much-work' }],
    ['objection.unknown_reason', { catalogue: [] }, REQUEST],
    ['order.words_too_short', {}, { ...REQUEST, text: ' 不归我 们 ' }],
    ['order.words_too_long', {}, { ...REQUEST, text: '长'.repeat(501) }],
    ['objection.once', { hasObjected: true }, REQUEST],
    ['objection.too_late', { claimDue: minutesAfter(NOW, -1) }, REQUEST],
    ['ok', { claimDue: NOW }, REQUEST],
    ['ok', { claimDue: null }, REQUEST],
  ])('%s', (code, changes: Partial<ObjectionFacts>, request) => {
    expect(codeOf(raise(SENT, changes, request))).toBe(code);
  });

  it('is not for an order to the hall or a person, nor for one’s own matter', () => {
    expect(codeOf(raise(orderIn('dispatched', { assignment: POOL })))).toBe('order.not_visible');
    const own = { ...SENT, reporterId: 'responder' };
    expect(codeOf(raise(own))).toBe('order.own_matter');
  });
});

describe('returning an order that was sent to a unit', () => {
  const giveBack = { action: 'return', reason: '不归我们管' } as const;

  it.each([{}, CHILD])('is refused: the unit objects instead (%j)', (changes) => {
    const order = { ...SENT, ...changes };
    expect(decide(order, giveBack, ACTORS.unit, facts())).toMatchObject({
      code: 'order.object_instead',
      kind: 'conflict',
    });
    expect(permittedActions(order, ACTORS.unit, facts()).map(({ action }) => action)).not.toContain('return');
    // The system does it once the objection is upheld.
    expect(decide(order, giveBack, ACTORS.system, facts())).toMatchObject({
      ok: true,
      value: { patch: { state: 'returned', assignment: null }, events: [{ actorId: null, words: '不归我们管' }] },
    });
  });

  it('stays the way of a person it was sent to, and of whoever took it on', () => {
    const sent = orderIn('dispatched', { assignment: { type: 'person', personId: 'addressee' } });
    expect(decide(sent, giveBack, ACTORS.addressee, facts()).ok).toBe(true);
    const taken = orderIn('claimed', { assignment: UNIT, assigneeId: 'responder' });
    expect(decide(taken, giveBack, ACTORS.unit, facts()).ok).toBe(true);
    expect(decide(orderIn('claimed'), giveBack, ACTORS.system, facts())).toMatchObject({ code: 'order.not_allowed' });
  });
});

const RAISED: Objection = {
  id: 'j1',
  orderId: 'o1',
  unitId: 'u1',
  areaPath: GRID,
  state: 'raised',
  raisedById: 'responder',
};
const RULING = { upheld: true, text: '确属城管局职责，改派' };
const rule = ({ objection = RAISED, order = SENT, ruling = RULING, actor = ACTORS.supervisor } = {}) =>
  ruleObjection(objection, order, ruling, actor, NOW);

describe('a ruling', () => {
  it.each([
    [true, 'upheld'],
    [false, 'overruled'],
  ])('upheld: %s', (upheld, state) => {
    expect(rule({ ruling: { upheld, text: ' 裁定意见在此 ' } })).toMatchObject({
      ok: true,
      value: { state, words: '裁定意见在此', post: { role: 'supervisor' } },
    });
    expect(rule({ order: { ...SENT, ...CHILD }, ruling: { upheld, text: '裁定意见在此' } }).ok).toBe(true);
  });

  it('is the supervisor’s over the area, and of the office above', () => {
    const SEES: Partial<Record<ActorName, string>> = {
      unit: 'objection.not_allowed',
      dispatcher: 'objection.not_allowed',
      secretary: 'objection.not_allowed',
      supervisor: 'ok',
    };
    for (const name of NAMES)
      expect([name, codeOf(rule({ actor: ACTORS[name] }))]).toEqual([name, SEES[name] ?? 'objection.not_visible']);
    const above = person('s2', post('supervisor', '320400/320402'));
    const beside = person('s3', post('supervisor', '320400/320402/320402004'));
    expect([above, beside].map((actor) => codeOf(rule({ actor: actor })))).toEqual(['ok', 'objection.not_visible']);
  });

  it('is nobody’s who has a side', () => {
    const street = post('supervisor', STREET);
    const ofUnit = person('x', street, post('unit_responder', GRID, { scope: unitScope('u1') }));
    for (const actor of [ofUnit, person('responder', street), person('reporter', street)])
      expect(codeOf(rule({ actor: actor }))).toBe('objection.own');
  });

  it.each(OBJECTION_STATES)('on an objection that is %s', (state) => {
    const expected = { raised: 'ok', void: 'objection.void' }[state as string] ?? 'objection.already_ruled';
    expect(codeOf(rule({ objection: { ...RAISED, state } }))).toBe(expected);
  });

  it('needs words', () => {
    expect(codeOf(rule({ ruling: { upheld: false, text: '不行' } }))).toBe('order.words_too_short');
  });

  it.each([
    ['ok', {}],
    ['objection.void', { state: 'withdrawn', assignment: null }],
    ['objection.void', { state: 'merged', stateBefore: 'dispatched' }],
    ['objection.void', { state: 'returned', assignment: null }],
    ['objection.void', { assignment: POOL }],
    ['objection.void', { assignment: { type: 'unit', unitId: 'u2' } }],
    ['objection.void', { state: 'claimed', assigneeId: 'responder' }],
    ['objection.void', { state: 'suspended', stateBefore: 'claimed', assigneeId: 'responder' }],
    ['objection.order_suspended', { state: 'suspended', stateBefore: 'dispatched' }],
  ] as const)('%s when the order is meanwhile %j', (code, changes) => {
    const order: Order = { ...SENT, ...changes };
    expect(codeOf(rule({ order }))).toBe(code);
    expect(objectionStands(RAISED, order)).toBe(code !== 'objection.void');
  });
});

it('an objection is seen by its unit, the desk and the supervisor, wherever the order went', () => {
  const seen = NAMES.filter((name) => seesObjection(RAISED, ACTORS[name], NOW));
  expect(seen).toEqual(['unit', 'dispatcher', 'secretary', 'supervisor']);
});

it('a place without a duty catalogue has the usual one', () => {
  expect(dutyCatalogueOf({})).toBe(DEFAULT_DUTY_CATALOGUE);
  expect(dutyCatalogueOf({ dutyCatalogue: [] })).toEqual([]);
});
