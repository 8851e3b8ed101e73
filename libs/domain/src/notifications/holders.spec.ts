import { ACTORS, COMMANDS, facts, orderIn, UNIT, type ActorName } from '../testing/orders.js';
import type { OrderCommand } from '../orders/commands.js';
import { decide } from '../orders/decide.js';
import type { Order } from '../orders/order.js';
import { ORDER_STATES } from '../orders/state.js';
import { type HandOver, holdersAfter, NOBODY } from './holders.js';

const commands: readonly OrderCommand[] = [
  ...Object.values(COMMANDS),
  { action: 'dispatch', to: UNIT },
  { action: 'dispatch', to: { type: 'person', personId: 'addressee' } },
  { action: 'review', text: '上门看过，还没修好', solved: false },
];
const names = Object.keys(ACTORS) as ActorName[];
const hands = ({ assignment, assigneeId }: Order) => ({ assignment, assigneeId });

describe('the holders read from history', () => {
  it.each(ORDER_STATES)('are those the rules write, after every step out of %s', (state) => {
    const orders = [orderIn(state), orderIn(state, { assignment: UNIT }), orderIn(state, { parentId: 'o0' })];
    let steps = 0;
    for (const before of orders) {
      for (const command of commands) {
        for (const name of names) {
          const decision = decide(before, command, ACTORS[name], facts({ isFollower: name === 'follower' }));
          const [event] = decision.ok ? decision.value.events : [];
          if (!decision.ok || !event) continue;
          steps += 1;
          const stored = JSON.parse(JSON.stringify(event)) as HandOver;
          const told = { action: command.action, now: holdersAfter(hands(before), stored) };
          expect(told).toEqual({ action: command.action, now: hands({ ...before, ...decision.value.patch }) });
        }
      }
    }
    expect(steps > 0).toBe(!['closed', 'withdrawn'].includes(state));
  });

  it('give a child task to its receiver, and nobody once the particulars were erased', () => {
    const step = { action: 'submit', fromState: null, toState: 'dispatched', actorId: 'dispatcher' } as const;
    expect(holdersAfter(NOBODY, { ...step, data: { parentId: 'o1', to: UNIT } })).toEqual({
      assignment: UNIT,
      assigneeId: null,
    });
    expect(holdersAfter(NOBODY, { ...step, data: {} })).toEqual(NOBODY);
    expect(holdersAfter(NOBODY, { ...step, action: 'split', data: { to: 'o1' } })).toEqual(NOBODY);
  });
});
