import { timelineEntries } from './timeline-entries.js';

const now = new Date('2026-11-25T12:00:00+08:00');
const step = {
  id: '1',
  type: 'order.claimed',
  label: '接单',
  fromState: 'dispatched' as const,
  toState: 'claimed' as const,
  at: '2026-11-25T01:05:00.000Z',
  actor: '王建平',
  post: '第一支部党员',
  words: null,
  public: true,
  data: {},
};

describe('timelineEntries', () => {
  it('shows the newest first, with who by which post, at the time in China', () => {
    const entries = timelineEntries([{ ...step, id: '0', type: 'order.submitted' }, step], now);
    expect(entries.map(({ id }) => id)).toEqual(['1', '0']);
    expect(entries[0]).toEqual({
      id: '1',
      icon: 'hand-heart',
      title: '接单',
      by: '王建平 · 第一支部党员',
      at: '11月25日09:05',
      words: null,
    });
  });

  it('has a mark for steps it does not know yet, and no empty words', () => {
    const [entry] = timelineEntries([{ ...step, type: 'matter.opened', post: null, words: '' }], now);
    expect(entry).toMatchObject({ icon: 'circle-dot', by: '王建平', words: null });
  });
});
