import { COMMANDS, orderIn } from '../testing/orders.js';
import { move, refusal } from '../testing/outcomes.js';
import { minutesAfter, NOW } from '../testing/people.js';

const days = (count: number) => count * 24 * 60;

describe('handled and solved', () => {
  it('are two facts: the assignee states only the first', () => {
    const { patch } = move(orderIn('in_progress'), COMMANDS.done, 'assignee');
    expect(patch).toEqual({ state: 'done', version: 2, doneAt: NOW });
  });

  it('names who settled it on the spot', () => {
    expect(move(orderIn('accepted'), COMMANDS.done, 'grid_worker').patch).toMatchObject({
      doneAt: NOW,
      assigneeId: 'grid-worker',
      assignment: { type: 'person', personId: 'grid-worker' },
    });
  });

  it('never closes what the resident calls unsolved', () => {
    const later = { now: minutesAfter(NOW, days(60)) };
    const unsolved = orderIn('rated', { solved: false, stars: 1 });
    for (const name of ['system', 'dispatcher', 'secretary'] as const) {
      expect(refusal(unsolved, COMMANDS.close, name, later).code).toBe('order.not_solved');
    }
  });

  it('lets a review settle the doubt either way', () => {
    const unsolved = orderIn('rated', { solved: false, stars: 1 });
    const settled = move(unsolved, COMMANDS.review, 'duty_officer').patch;
    expect(settled).toMatchObject({ state: 'rated', solved: true, reviewed: true });
    expect(move({ ...unsolved, ...settled }, COMMANDS.close, 'system').patch).toMatchObject({
      state: 'closed',
      closedAt: NOW,
    });
    const again = move(unsolved, { ...COMMANDS.review, solved: false }, 'duty_officer');
    expect(again.patch).toMatchObject({
      state: 'reopened',
      solved: null,
      doneAt: null,
      assigneeId: null,
      reopenCount: 1,
    });
    expect(again.events).toMatchObject([{ fromState: 'rated', toState: 'reopened', data: { solved: false } }]);
  });

  it('leaves a silent resident the whole rating window', () => {
    const published = orderIn('published', { publishedAt: new Date('2026-11-22T09:00:00+08:00') });
    const lastMoment = new Date('2026-11-29T23:59:59+08:00');
    expect(refusal(published, COMMANDS.close, 'system', { now: lastMoment })).toMatchObject({
      code: 'order.rating_window_open',
      title: '居民还在评价期内（至11月29日），到期后才能办结。',
    });
    expect(move(published, COMMANDS.close, 'system', { now: new Date('2026-11-30T00:00:00+08:00') }).patch.state).toBe(
      'closed',
    );
  });
});

describe('a review', () => {
  it('is the resident’s word got at the door: what it settles need not wait for the window', () => {
    const published = orderIn('published', { publishedAt: NOW });
    expect(refusal(published, COMMANDS.close, 'system').code).toBe('order.rating_window_open');
    const reviewed = { ...published, ...move(published, COMMANDS.review, 'duty_officer').patch };
    expect(reviewed).toMatchObject({ state: 'published', solved: true, reviewed: true });
    expect(move(reviewed, COMMANDS.close, 'system').patch.state).toBe('closed');
  });
});

describe('reopening', () => {
  const published = orderIn('rated', { publishedAt: new Date('2026-11-01T09:00:00+08:00') });

  it('is open until the end of the last day, by the server’s clock', () => {
    expect(
      move(published, COMMANDS.reopen, 'reporter', { now: new Date('2026-11-16T23:59:59+08:00') }).patch,
    ).toMatchObject({
      state: 'reopened',
      publishedAt: null,
      ratedAt: null,
      stars: null,
    });
    expect(
      refusal(published, COMMANDS.reopen, 'reporter', { now: new Date('2026-11-17T00:00:00+08:00') }),
    ).toMatchObject({
      code: 'order.reopen_window_over',
      facts: { days: 15 },
    });
  });
});

describe('an appeal', () => {
  const rejected = orderIn('rejected', { rejectedAt: NOW });

  it('comes once and in time', () => {
    expect(move(rejected, COMMANDS.appeal, 'reporter').patch).toMatchObject({
      state: 'submitted',
      appealedAt: NOW,
      rejectedAt: null,
    });
    expect(refusal({ ...rejected, appealedAt: NOW }, COMMANDS.appeal, 'reporter').code).toBe('order.already_appealed');
    expect(refusal(rejected, COMMANDS.appeal, 'reporter', { now: minutesAfter(NOW, days(8)) }).code).toBe(
      'order.appeal_window_over',
    );
  });
});

describe('urging', () => {
  it('is counted and spaced', () => {
    const order = orderIn('accepted', { lastUrgedAt: minutesAfter(NOW, -119), urgeCount: 1 });
    expect(refusal(order, COMMANDS.urge, 'reporter')).toMatchObject({
      code: 'order.urged_too_often',
      kind: 'too_many',
      title: '刚刚已经催办过了，请1分钟后再催。',
      facts: { retryAfterSeconds: 60 },
    });
    const later = { now: minutesAfter(NOW, 1) };
    expect(refusal(order, COMMANDS.urge, 'reporter', { now: new Date(later.now.getTime() - 1) }).facts).toEqual({
      minutes: 1,
      retryAfterSeconds: 1,
    });
    expect(move(order, COMMANDS.urge, 'reporter', later).patch).toMatchObject({ urgeCount: 2, lastUrgedAt: later.now });
  });
});
