import fc from 'fast-check';
import { ACTORS, COMMANDS, facts, orderIn, type ActorName } from '../testing/orders.js';
import { minutesAfter, NOW } from '../testing/people.js';
import type { OrderAction, OrderCommand } from './commands.js';
import { decide } from './decide.js';
import type { Move } from './move.js';
import type { Order } from './order.js';
import { permittedActions } from './permitted-actions.js';
import { ORDER_STATES, type OrderState } from './state.js';

const NEEDS_ASSIGNEE: readonly OrderState[] = ['claimed', 'in_progress', 'done', 'published', 'rated', 'closed'];
const NO_ASSIGNEE: readonly OrderState[] = [
  'submitted',
  'accepted',
  'dispatched',
  'returned',
  'reopened',
  'rejected',
  'withdrawn',
];
const ALTERNATIVES: readonly OrderCommand[] = [
  { action: 'rate', solved: false, stars: 1 },
  { action: 'review', text: '上门看过，还没修好', solved: false },
  { action: 'dispatch', to: { type: 'person', personId: 'addressee' } },
  { action: 'dispatch', to: { type: 'unit', unitId: 'u1' } },
];
const names = Object.keys(ACTORS) as ActorName[];

interface Step {
  readonly command: OrderCommand;
  readonly name: ActorName;
  /** How long after the step before. */
  readonly minutes: number;
}

const steps = fc.record<Step>({
  command: fc.constantFrom(...Object.values(COMMANDS), ...ALTERNATIVES),
  name: fc.constantFrom(...names),
  minutes: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 200 }), fc.constant(24 * 60 * 5)),
});

/** Plays steps on a new order; in most of them somebody does something that is open to them, so that runs get far. */
function play(
  start: Order,
  script: readonly Step[],
  check: (before: Order, after: Order, move: Move, step: Step) => void,
) {
  let order = start;
  let now = NOW;
  for (const step of script) {
    now = minutesAfter(now, step.minutes);
    const circumstances = facts({ now, isFollower: step.name === 'follower' });
    const decision = decide(order, step.command, ACTORS[step.name], circumstances);
    if (!decision.ok) continue;
    const after = { ...order, ...decision.value.patch };
    check(order, after, decision.value, step);
    order = after;
  }
  return order;
}

const stateOrder = fc.constantFrom(...ORDER_STATES).map((state) => orderIn(state));
const script = fc.array(steps, { minLength: 60, maxLength: 200 });

describe('whatever people do, in whatever order', () => {
  it('keeps every order whole', () => {
    fc.assert(
      fc.property(stateOrder, script, (start, moves) => {
        play(start, moves, (before, after, move) => {
          const held = after.state === 'suspended' || after.state === 'merged' ? after.stateBefore : after.state;
          expect(held).not.toBeNull();
          if (held !== null && NEEDS_ASSIGNEE.includes(held))
            expect(after).toMatchObject({ assigneeId: expect.any(String) as string });
          if (held !== null && NO_ASSIGNEE.includes(held)) expect(after.assigneeId).toBeNull();
          if (held === 'dispatched' || after.assigneeId !== null) expect(after.assignment).not.toBeNull();
          expect(after.mergedInto !== null).toBe(after.state === 'merged');
          expect(after.stateBefore !== null).toBe(after.state === 'suspended' || after.state === 'merged');
          expect(after.version).toBe(before.version + (Object.keys(move.patch).length > 0 ? 1 : 0));
          expect(after.submittedAt).toBe(before.submittedAt);
          if (before.repliedAt !== null) expect(after.repliedAt).toBe(before.repliedAt);
        });
      }),
      { numRuns: 80 },
    );
  });

  it('takes "solved" only from the resident or a reviewer, and closes nothing that is not', () => {
    fc.assert(
      fc.property(stateOrder, script, (start, moves) => {
        play(start, moves, (before, after, _move, { name, command }) => {
          if (after.solved !== null && after.solved !== before.solved) {
            expect(
              command.action === 'rate' ? name === 'reporter' : command.action === 'review' && name !== 'assignee',
            ).toBe(true);
          }
          if (after.state === 'closed') {
            expect(after.solved).not.toBe(false);
            expect(after.doneAt).not.toBeNull();
          }
          if (after.doneAt !== null && before.doneAt === null) expect(command.action).toBe('done');
        });
      }),
      { numRuns: 80 },
    );
  });

  it('writes one event per move, linked to the move before, signed by whoever acted', () => {
    fc.assert(
      fc.property(stateOrder, script, (start, moves) => {
        play(start, moves, (before, after, { events }, { command, name }) => {
          const actor = ACTORS[name];
          expect(events).toHaveLength(1);
          expect(events[0]).toMatchObject({
            action: command.action,
            fromState: before.state,
            toState: after.state,
            actorId: actor.type === 'person' ? actor.personId : null,
          });
        });
      }),
      { numRuns: 30 },
    );
  });

  it('never leaves a final state', () => {
    fc.assert(
      fc.property(fc.constantFrom<OrderState>('closed', 'withdrawn'), script, (state, moves) => {
        const start = orderIn(state);
        expect(play(start, moves, () => undefined)).toBe(start);
      }),
      { numRuns: 20 },
    );
  });
});

it('offers exactly the buttons that work', () => {
  for (const state of ORDER_STATES) {
    for (const name of names) {
      const circumstances = facts({ isFollower: name === 'follower' });
      const offered = permittedActions(orderIn(state), ACTORS[name], circumstances).map(({ action }) => action);
      const works = (Object.keys(COMMANDS) as OrderAction[]).filter(
        (action) => decide(orderIn(state), COMMANDS[action], ACTORS[name], circumstances).ok,
      );
      expect({ state, name, offered: [...offered].sort() }).toEqual({ state, name, offered: works.sort() });
    }
  }
});

it('describes a button well enough to draw it', () => {
  const offered = permittedActions(orderIn('published'), ACTORS.reporter, facts());
  expect(offered.find(({ action }) => action === 'rate')).toEqual({
    action: 'rate',
    label: '评价',
    fields: [
      { type: 'boolean', name: 'solved', label: '是否解决', required: true },
      { type: 'stars', name: 'stars', label: '满意度', required: true },
      { type: 'text', name: 'comment', label: '评语', min: 0, max: 500, required: false },
    ],
  });
});
