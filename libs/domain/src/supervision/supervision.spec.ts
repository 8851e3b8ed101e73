import type { Actor } from '../identity/actor.js';
import { ACTORS, orderIn, type ActorName } from '../testing/orders.js';
import { COMMUNITY, GRID, NOW, person, post, STREET } from '../testing/people.js';
import { ORDER_STATES } from '../orders/state.js';
import { ROLES } from '../identity/role.js';
import { decideSupervision, seesSupervision, SUPERVISION_LIFECYCLE } from './decide-supervision.js';
import { askedArea, issuingRole, openSupervision, voidsSupervision } from './open-supervision.js';
import {
  SUPERVISION_ACTION_NAMES,
  SUPERVISION_STATES,
  type SupervisionAction,
  type SupervisionCommand,
  type SupervisionOrder,
} from './supervision-order.js';

const NAMES = Object.keys(ACTORS) as ActorName[];
const ACTIONS = Object.keys(SUPERVISION_ACTION_NAMES) as SupervisionAction[];
const COMMANDS: Readonly<Record<SupervisionAction, SupervisionCommand>> = {
  answer: { action: 'answer', text: '当晚值班员漏看，已约谈并补回复' },
  close: { action: 'close' },
  return: { action: 'return', text: '请写明补救措施' },
};
const ORDER: SupervisionOrder = {
  id: 's1',
  orderId: 'o1',
  state: 'open',
  areaPath: COMMUNITY,
  issuedRole: 'supervisor',
  issuedAreaPath: STREET,
  confidential: false,
  answeredById: null,
};
const codeOf = (decision: { ok: boolean; code?: string }): string => (decision.ok ? 'ok' : (decision.code ?? ''));
const step = (order: Partial<SupervisionOrder>, command: SupervisionCommand, actor: Actor) =>
  decideSupervision({ ...ORDER, ...order }, command, actor, NOW);

/** Where each step leads, and who may take it. */
const MATRIX: Readonly<Record<string, readonly [to: string, by: string]>> = {
  'open answer': ['answered', 'dispatcher secretary'],
  'answered close': ['closed', 'supervisor'],
  'answered return': ['open', 'supervisor'],
};

describe.each(SUPERVISION_STATES)('a supervision order that is %s', (state) => {
  it.each(ACTIONS)('%s', (action) => {
    const [to, by] = MATRIX[`${state} ${action}`] ?? ['', ''];
    const outcomes = NAMES.map((name) => ({ name, decision: step({ state }, COMMANDS[action], ACTORS[name]) }));
    expect(outcomes.filter(({ decision }) => decision.ok).map(({ name }) => name)).toEqual(
      by.split(' ').filter(Boolean),
    );
    for (const { decision } of outcomes) if (decision.ok) expect(decision.value.state).toBe(to);
    const sees: readonly string[] = ['dispatcher', 'secretary', 'supervisor', 'regulator'];
    for (const { name, decision } of outcomes)
      expect([name, codeOf(decision) === 'supervision.not_visible']).toEqual([name, !sees.includes(name)]);
    const rule = SUPERVISION_LIFECYCLE[state][action];
    expect(outcomes.some(({ decision }) => codeOf(decision) === 'supervision.illegal_move')).toBe(rule === undefined);
  });
});

describe('an answer', () => {
  it('carries its words and the post it was given by', () => {
    expect(step({}, { action: 'answer', text: '  已补回复，并调整了排班表 ' }, ACTORS.secretary)).toMatchObject({
      value: { state: 'answered', words: '已补回复，并调整了排班表', post: { role: 'secretary' } },
    });
  });

  it.each([
    ['order.words_too_short', '已经处理好了知道了'],
    ['order.words_too_short', '好 好 好 好 好 好 好 好'],
    ['ok', '已经处理好了都知道了'],
    ['order.words_too_long', '长'.repeat(2001)],
  ])('%s', (code, text) => {
    expect(codeOf(step({}, { action: 'answer', text }, ACTORS.dispatcher))).toBe(code);
  });

  it('is not the next community’s, may be that of the office above, and ends with the post', () => {
    const next = person('n', post('secretary', `${STREET}/320402003013`));
    const above = person('a', post('secretary', STREET));
    const former = person('f', post('secretary', COMMUNITY, { to: NOW }));
    expect([next, above, former].map((actor) => codeOf(step({}, COMMANDS.answer, actor)))).toEqual([
      'supervision.not_visible',
      'ok',
      'supervision.not_visible',
    ]);
  });
});

describe('closing and sending back', () => {
  const answered = { state: 'answered', answeredById: 'secretary' } as const;

  it('belong to the office that issued it, not to another of the same name', () => {
    const colleague = person('c', post('supervisor', STREET));
    const below = person('b', post('supervisor', COMMUNITY));
    const district = { ...answered, issuedAreaPath: '320400/320402' };
    expect(codeOf(step(answered, COMMANDS.close, colleague))).toBe('ok');
    expect(codeOf(step(answered, COMMANDS.close, below))).toBe('supervision.not_allowed');
    expect(codeOf(step(district, COMMANDS.close, colleague))).toBe('supervision.not_allowed');
    expect(
      codeOf(
        step({ ...answered, issuedRole: 'regulator', issuedAreaPath: '320400' }, COMMANDS.return, ACTORS.regulator),
      ),
    ).toBe('ok');
    expect(
      codeOf(step({ ...answered, issuedRole: 'regulator', issuedAreaPath: '320400' }, COMMANDS.return, colleague)),
    ).toBe('supervision.not_allowed');
  });

  it('are never done to one’s own answer', () => {
    const both = person('both', post('supervisor', STREET), post('secretary', COMMUNITY));
    expect(codeOf(step({ ...answered, answeredById: 'both' }, COMMANDS.close, both))).toBe('supervision.own_answer');
    expect(codeOf(step({}, COMMANDS.answer, both))).toBe('ok');
  });

  it('need a reason to send back, none to close', () => {
    expect(codeOf(step(answered, { action: 'return', text: '不行' }, ACTORS.supervisor))).toBe('order.words_too_short');
    expect(step(answered, { action: 'close', text: ' ' }, ACTORS.supervisor)).toMatchObject({ value: { words: null } });
  });
});

it('a confidential order’s supervision stays within its circle', () => {
  const confidential = { ...ORDER, confidential: true };
  expect(NAMES.filter((name) => seesSupervision(confidential, ACTORS[name], NOW))).toEqual([
    'dispatcher',
    'secretary',
    'supervisor',
  ]);
});

describe('opening by hand', () => {
  const open = (order = orderIn('claimed'), text = '三天没有动静，请说明', actor: Actor = ACTORS.supervisor) =>
    codeOf(openSupervision(order, text, actor, NOW));

  it('is the supervisor’s', () => {
    for (const name of NAMES) {
      const code = open(orderIn('claimed'), undefined, ACTORS[name]);
      const blind = ['follower', 'stranger', 'addressee', 'unit', 'pool'].includes(name);
      expect([name, code]).toEqual([
        name,
        name === 'supervisor' ? 'ok' : blind ? 'order.not_visible' : 'order.not_allowed',
      ]);
    }
    expect(open(orderIn('claimed', { confidential: true }))).toBe('ok');
    expect(open(orderIn('claimed', { reporterId: 'supervisor' }))).toBe('order.own_matter');
    expect(open(orderIn('claimed'), '快办')).toBe('order.words_too_short');
  });

  it.each(ORDER_STATES)('of an order that is %s', (state) => {
    const ended = ['withdrawn', 'merged', 'closed'].includes(state);
    expect(open(orderIn(state))).toBe(ended ? 'supervision.order_ended' : 'ok');
  });
});

it.each(ORDER_STATES)('an order that is %s keeps its open supervision order, or takes it along', (state) => {
  expect(voidsSupervision(state)).toBe(state === 'withdrawn' || state === 'merged');
});

it('asks the community, and lets the right office ask', () => {
  expect([askedArea(GRID), askedArea(COMMUNITY), askedArea(STREET)]).toEqual([COMMUNITY, COMMUNITY, STREET]);
  const roles = (confidential: boolean) => ROLES.map((role) => issuingRole(role, { confidential })).filter(Boolean);
  expect(roles(false)).toEqual(['supervisor', 'regulator']);
  expect(roles(true)).toEqual(['supervisor', 'supervisor']);
});
