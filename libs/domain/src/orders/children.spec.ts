import { ACTORS, COMMANDS, facts, orderIn, UNIT } from '../testing/orders.js';
import { NOW, SYSTEM } from '../testing/people.js';
import { childCommand } from './children.js';
import type { Task } from './commands.js';
import { decide } from './decide.js';
import type { Move } from './move.js';
import type { Order } from './order.js';
import { ORDER_STATES, type OrderState } from './state.js';

function split(): Move {
  const decision = decide(orderIn('accepted', { anonymous: true }), COMMANDS.split, ACTORS.dispatcher, facts());
  if (!decision.ok) throw new Error(decision.code);
  return decision.value;
}

const childIn = (state: OrderState, changes: Partial<Order> = {}) =>
  orderIn(state, { id: 'c1', parentId: 'o1', createdById: 'dispatcher', ...changes });

describe('splitting', () => {
  it('gives the parent to the first receiver and a child task to every other', () => {
    const { patch, newChildren } = split();
    expect(patch).toMatchObject({ state: 'dispatched', assignment: UNIT, openChildren: 1 });
    expect(newChildren).toHaveLength(1);
    expect(newChildren[0]).toMatchObject({
      title: '修剪遮挡的树枝',
      order: {
        state: 'dispatched',
        parentId: 'o1',
        assignment: { type: 'person', personId: 'addressee' },
        reporterId: 'reporter',
        createdById: 'dispatcher',
        anonymous: true,
        submittedAt: NOW,
      },
      events: [
        { type: 'order.submitted', fromState: null, toState: 'dispatched', postId: 'post-dispatcher', public: false },
      ],
    });
  });

  it('keeps a confidential matter confidential in every part', () => {
    const decision = decide(orderIn('accepted', { confidential: true }), COMMANDS.split, ACTORS.dispatcher, facts());
    expect(decision.ok && decision.value.newChildren).toMatchObject([{ order: { confidential: true } }]);
  });

  it.each([
    [[]],
    [COMMANDS.split.tasks.slice(1)],
    [Array.from({ length: 11 }, () => ({ to: UNIT, title: '换灯泡', description: '' }))],
  ])('needs two to ten receivers', (tasks) => {
    const decision = decide(orderIn('accepted'), { action: 'split', tasks }, ACTORS.dispatcher, facts());
    expect(decision).toMatchObject({ code: 'order.tasks_out_of_range', facts: { min: 2, max: 10 } });
  });

  it('checks every task like an order of its own', () => {
    const task = { to: UNIT, title: '换灯泡', description: '' };
    const refusalOf = (changes: Partial<Task>) => {
      const command = { action: 'split', tasks: [task, { ...task, ...changes }] } as const;
      return decide(orderIn('accepted'), command, ACTORS.dispatcher, facts());
    };
    expect(refusalOf({ title: '剪' })).toMatchObject({ code: 'order.words_too_short' });
    expect(refusalOf({ to: { type: 'unit', unitId: 'u9' } })).toMatchObject({ code: 'order.no_receiver' });
  });
});

describe('a parent', () => {
  it('is not done before its children', () => {
    const decision = decide(orderIn('in_progress', { openChildren: 1 }), COMMANDS.done, ACTORS.assignee, facts());
    expect(decision).toMatchObject({ code: 'order.children_open', facts: { openChildren: 1 } });
  });

  it.each([
    ['submitted', 'withdraw', 'reporter', 'withdraw'],
    ['dispatched', 'merge', 'dispatcher', 'withdraw'],
    ['returned', 'reject', 'dispatcher', 'withdraw'],
    ['done', 'publish', 'dispatcher', 'close'],
    ['dispatched', 'suspend', 'dispatcher', null],
  ] as const)('%s by %s: its children %s', (state, action, name, instruction) => {
    const decision = decide(orderIn(state), COMMANDS[action], ACTORS[name], facts());
    expect(decision.ok && decision.value.children).toBe(instruction);
  });
});

describe('a child task', () => {
  it.each(['withdraw', 'close'] as const)(
    'can follow its parent’s %s from every state, with an event of its own',
    (instruction) => {
      for (const state of ORDER_STATES) {
        const command = childCommand(instruction, state);
        if (command === null) continue;
        const child = childIn(state, { stateBefore: state === 'suspended' ? 'in_progress' : null });
        const decision = decide(child, command, SYSTEM, facts());
        expect({ state, ok: decision.ok }).toEqual({ state, ok: true });
        expect(decision.ok && decision.value.events).toMatchObject([{ fromState: state, actorId: null }]);
      }
    },
  );

  it('is left alone when it has ended, and closed rather than withdrawn when it is done', () => {
    expect(childCommand('withdraw', 'closed')).toBeNull();
    expect(childCommand('close', 'in_progress')).toBeNull();
    expect(childCommand(null, 'done')).toBeNull();
    expect(childCommand('withdraw', 'done')).toEqual({ action: 'close' });
  });

  it('is published, merged and split only through its parent', () => {
    for (const [state, action] of [
      ['done', 'publish'],
      ['dispatched', 'merge'],
      ['dispatched', 'split'],
      ['returned', 'reject'],
    ] as const) {
      expect(decide(childIn(state), COMMANDS[action], ACTORS.dispatcher, facts())).toMatchObject({
        code: 'order.child_task',
      });
    }
  });

  it('tells its parent when it is settled and when it is not any more', () => {
    const delta = (child: Order, command: Parameters<typeof decide>[1], name: 'assignee' | 'dispatcher' | 'system') => {
      const decision = decide(child, command, ACTORS[name], facts());
      return decision.ok ? decision.value.parentOpenChildren : decision.code;
    };
    expect(delta(childIn('in_progress'), COMMANDS.done, 'assignee')).toBe(-1);
    expect(delta(childIn('done'), COMMANDS.return, 'dispatcher')).toBe(1);
    expect(delta(childIn('done'), COMMANDS.close, 'system')).toBe(0);
    expect(delta(childIn('claimed'), COMMANDS.withdraw, 'system')).toBe(-1);
    expect(delta(orderIn('in_progress'), COMMANDS.done, 'assignee')).toBe(0);
  });

  it('is an inside matter: no step of it stands on a public page', () => {
    const decision = decide(childIn('in_progress'), COMMANDS.done, ACTORS.assignee, facts());
    expect(decision.ok && decision.value.events).toMatchObject([{ public: false }]);
    const own = decide(orderIn('in_progress'), COMMANDS.done, ACTORS.assignee, facts());
    expect(own.ok && own.value.events).toMatchObject([{ public: true }]);
  });

  it('cannot be steered by the resident, only urged', () => {
    const outcome = (command: Parameters<typeof decide>[1]) =>
      decide(childIn('dispatched'), command, ACTORS.reporter, facts());
    expect(outcome(COMMANDS.withdraw)).toMatchObject({ code: 'order.not_allowed' });
    expect(outcome(COMMANDS.urge).ok).toBe(true);
  });

  it('is not closed by the system unless it is one', () => {
    expect(decide(orderIn('done'), COMMANDS.close, SYSTEM, facts())).toMatchObject({ code: 'order.not_allowed' });
    expect(decide(orderIn('accepted'), COMMANDS.withdraw, SYSTEM, facts())).toMatchObject({
      code: 'order.not_allowed',
    });
  });
});
