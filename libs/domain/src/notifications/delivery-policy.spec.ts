import fc from 'fast-check';
import { backOffMs, isUrgent, mayGoAt, turnOf } from './delivery-policy.js';

const at = (text: string): Date => new Date(`2026-11-${text}+08:00`);
const NIGHT = { from: 22 * 60, to: 7 * 60 };

describe('quiet hours', () => {
  it.each([
    ['22T21:59:59', '22T21:59:59'],
    ['22T22:00:00', '23T07:00:00'],
    ['23T06:59:59', '23T07:00:00'],
    ['23T07:00:00', '23T07:00:00'],
  ])('hold back what comes at %s until %s', (now, goes) => {
    expect(mayGoAt(at(now), false, NIGHT, 0)).toEqual(at(goes));
  });

  it('spread the morning over ten minutes, and stop nothing that is urgent', () => {
    expect(mayGoAt(at('23T03:00:00'), false, NIGHT, 0.5)).toEqual(at('23T07:05:00'));
    expect(mayGoAt(at('23T03:00:00'), true, NIGHT, 0.5)).toEqual(at('23T03:00:00'));
    expect(mayGoAt(at('23T03:00:00'), false, null, 0.5)).toEqual(at('23T03:00:00'));
  });

  it('do not count for who is on duty, nor for staff a promise depends on', () => {
    expect(isUrgent('desk.remarked', 'duty_officer')).toBe(true);
    expect(isUrgent('work.addressed', 'addressee')).toBe(true);
    expect(isUrgent('desk.remarked', 'dispatcher')).toBe(false);
    expect(isUrgent('mine.replyMissed', 'reporter')).toBe(false);
  });
});

describe('turns', () => {
  const now = at('23T12:00:00');
  const ago = (minutes: number): Date => new Date(now.getTime() - minutes * 60_000);
  const turn = (due: number, sent: readonly number[], anyUrgent = false, since = 0) =>
    turnOf({ due, anyUrgent, since: ago(since), sentAt: sent.map(ago) }, now);

  it('five in ten minutes come one by one, the sixth with others', () => {
    expect(turn(5, [])).toEqual({ as: 'single' });
    expect(turn(1, [1, 2, 3, 4])).toEqual({ as: 'single' });
    expect(turn(6, [])).toEqual({ as: 'digest' });
    expect(turn(1, [1, 2, 3, 4, 5])).toEqual({ as: 'later', at: new Date(ago(1).getTime() + 600_000) });
    expect(turn(1, [6, 7, 8, 9, 10])).toEqual({ as: 'single' });
  });

  it('what was held back comes together, a single one as itself', () => {
    expect(turn(2, [], false, 1)).toEqual({ as: 'digest' });
    expect(turn(2, [], false, 0.9)).toEqual({ as: 'single' });
    expect(turn(1, [3], false, 500)).toEqual({ as: 'single' });
  });

  it('a promise waits two minutes for its digest, not ten', () => {
    expect(turn(1, [0, 2, 3, 4, 5], true)).toEqual({ as: 'later', at: new Date(now.getTime() + 120_000) });
    expect(turn(2, [2, 2, 3, 4, 5], true, 2)).toEqual({ as: 'digest' });
  });

  it('never put anybody off for more than ten minutes', () => {
    const minutes = fc.array(fc.integer({ min: 0, max: 30 }), { maxLength: 12 });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), minutes, fc.boolean(), (due, sent, urgent) => {
        const result = turn(due, sent, urgent);
        if (result.as !== 'later') return;
        expect(result.at.getTime() - now.getTime()).toBeGreaterThan(0);
        expect(result.at.getTime() - now.getTime()).toBeLessThanOrEqual(urgent ? 120_000 : 600_000);
      }),
    );
  });
});

describe('trying again', () => {
  it('takes longer each time, up to about an hour, and never the same for all', () => {
    expect([1, 2, 3].map((attempts) => backOffMs(attempts, 0.5))).toEqual([5_000, 10_000, 20_000]);
    expect(backOffMs(30, 0.5)).toBe(3_600_000);
    expect(backOffMs(1, 0)).toBeLessThan(backOffMs(1, 0.9));
  });
});
