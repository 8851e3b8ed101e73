import fc from 'fast-check';
import { ACTOR_NAMES, ALL_COMMANDS, type Chance, type LifeStep, playLife } from '../testing/lives.js';
import { ACTORS, COMMANDS, facts, orderIn } from '../testing/orders.js';
import type { OrderAction } from './commands.js';
import { decide } from './decide.js';
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
const chance = fc.record<Chance>({
  command: fc.nat(ALL_COMMANDS.length - 1),
  name: fc.nat(ACTOR_NAMES.length - 1),
  minutes: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 200 }), fc.constant(24 * 60 * 5)),
});
const start = fc.constantFrom(...ORDER_STATES).map((state) => orderIn(state));
const lives = fc
  .tuple(start, fc.array(chance, { minLength: 10, maxLength: 40 }))
  .map(([order, chances]) => playLife(order, chances));

function everyStep(check: (step: LifeStep) => void): void {
  fc.assert(
    fc.property(lives, (steps) => {
      steps.forEach(check);
    }),
    { numRuns: 50 },
  );
}

describe('whatever people do, in whatever order', () => {
  it('keeps every order whole', () => {
    everyStep(({ before, after, move }) => {
      const apart = after.state === 'suspended' || after.state === 'merged';
      const held = (apart ? after.stateBefore : after.state) ?? 'submitted';
      if (NEEDS_ASSIGNEE.includes(held)) expect(after.assigneeId).not.toBeNull();
      if (NO_ASSIGNEE.includes(held)) expect(after.assigneeId).toBeNull();
      if (held === 'dispatched' || after.assigneeId !== null) expect(after.assignment).not.toBeNull();
      expect(after.stateBefore !== null).toBe(apart);
      expect(after.mergedInto !== null).toBe(after.state === 'merged');
      expect(after.version).toBe(before.version + (Object.keys(move.patch).length > 0 ? 1 : 0));
      expect(after.submittedAt).toBe(before.submittedAt);
      if (before.repliedAt !== null) expect(after.repliedAt).toBe(before.repliedAt);
    });
  });

  it('takes "handled" only from who did it, "solved" only from the resident or a reviewer', () => {
    everyStep(({ before, after, command, name }) => {
      if (after.doneAt !== null && before.doneAt === null) expect(command.action).toBe('done');
      if (after.solved === null || after.solved === before.solved) return;
      expect(command.action === 'rate' ? name === 'reporter' : command.action === 'review' && name !== 'assignee').toBe(
        true,
      );
    });
  });

  it('closes nothing that was not handled or that is called unsolved', () => {
    everyStep(({ after }) => {
      if (after.state !== 'closed') return;
      expect(after.solved).not.toBe(false);
      expect(after.doneAt).not.toBeNull();
    });
  });

  it('writes one event per move, linked to the move before, signed by whoever acted', () => {
    everyStep(({ before, after, move: { events }, command, name }) => {
      const actor = ACTORS[name];
      expect(events).toMatchObject([
        {
          action: command.action,
          fromState: before.state,
          toState: after.state,
          actorId: actor.type === 'person' ? actor.personId : null,
        },
      ]);
    });
  });

  it('comes through every state, so that the above says something', () => {
    const seen = new Set(
      fc.sample(lives, { numRuns: 100, seed: 20261122 }).flatMap((steps) => steps.map(({ after }) => after.state)),
    );
    expect([...seen].sort()).toEqual([...ORDER_STATES].sort());
  });

  it('never leaves a final state', () => {
    for (const state of ['closed', 'withdrawn'] as const) {
      for (const command of ALL_COMMANDS) {
        for (const name of ACTOR_NAMES) expect(decide(orderIn(state), command, ACTORS[name], facts()).ok).toBe(false);
      }
    }
  });
});

it.each(ORDER_STATES)('offers exactly the buttons that work while it is %s', (state) => {
  const order = orderIn(state);
  const circumstances = facts();
  for (const name of ACTOR_NAMES) {
    const offered = permittedActions(order, ACTORS[name], circumstances).map(({ action }) => action);
    const works = (Object.keys(COMMANDS) as OrderAction[]).filter(
      (action) => decide(order, COMMANDS[action], ACTORS[name], circumstances).ok,
    );
    expect({ name, offered: [...offered].sort() }).toEqual({ name, offered: works.sort() });
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
