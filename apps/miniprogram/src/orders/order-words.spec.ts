import { ORDER_STATES } from '@linshao/domain';
import { OPEN_STATES, stateTone, STEPS, stepReached, whatNow } from './order-words.js';

const who = { assignee: { id: null, name: '王建平' }, assignment: null };

describe('the words of an order', () => {
  it.each(ORDER_STATES)('has a sentence, a look and a place on the way for %s', (state) => {
    expect(whatNow({ state, ...who })).toMatch(/^[\u4e00-\u9fff，]+$/);
    expect(stateTone(state).icon).not.toBe('');
    const step = stepReached(state);
    expect(step === null || STEPS[step] !== undefined).toBe(true);
  });

  it('names whoever has it, and the hall when nobody has', () => {
    expect(whatNow({ state: 'in_progress', ...who })).toBe('王建平正在办理');
    const pool = { type: 'pool' as const, id: null, name: '接单大厅' };
    expect(whatNow({ state: 'dispatched', assignee: null, assignment: pool })).toBe('已放进接单大厅，等党员来接');
    expect(whatNow({ state: 'claimed', assignee: null, assignment: null })).toBe('承办人已接单');
  });

  it('goes forward only', () => {
    const way = ['submitted', 'accepted', 'claimed', 'in_progress', 'published', 'rated'] as const;
    expect(way.map(stepReached)).toEqual([0, 1, 2, 3, 4, 5]);
  });

  it('counts as open whatever is not at its end', () => {
    expect(ORDER_STATES.filter((state) => !(OPEN_STATES as readonly string[]).includes(state))).toEqual([
      'rated',
      'closed',
      'rejected',
      'withdrawn',
      'merged',
    ]);
  });
});
