import fc from 'fast-check';
import { NOTIFICATION_GROUPS } from './groups.js';
import { isWanted, quietUntil } from './preferences.js';
import { groupOf, PROMISE_CRITICAL, type TemplateId, TEMPLATES } from './templates.js';

const shanghai = (text: string): Date => new Date(`${text}+08:00`);
const NIGHT = { from: 22 * 60, to: 7 * 60 };

describe('preferences', () => {
  it('silence a group on a channel, but not what a promise depends on', () => {
    const off = NOTIFICATION_GROUPS.map((group) => ({ group, channel: 'inbox' as const }));
    for (const template of Object.keys(TEMPLATES) as TemplateId[]) {
      expect(isWanted(template, 'inbox', [])).toBe(true);
      expect(isWanted(template, 'inbox', off)).toBe(PROMISE_CRITICAL.has(template));
      const others = off.filter(({ group }) => group !== groupOf(template));
      expect(isWanted(template, 'inbox', others)).toBe(true);
    }
  });
});

describe('quiet hours', () => {
  it.each([
    ['2026-11-22T21:59:59', null],
    ['2026-11-22T22:00:00', '2026-11-23T07:00:00'],
    ['2026-11-23T00:00:00', '2026-11-23T07:00:00'],
    ['2026-11-23T06:59:59', '2026-11-23T07:00:00'],
    ['2026-11-23T07:00:00', null],
    ['2026-12-31T23:30:00', '2027-01-01T07:00:00'],
  ])('22:00–07:00 at %s', (at, end) => {
    expect(quietUntil(NIGHT, shanghai(at))).toEqual(end && shanghai(end));
  });

  it('may lie within a day', () => {
    const noon = { from: 12 * 60, to: 14 * 60 };
    expect(quietUntil(noon, shanghai('2026-11-22T13:00:00'))).toEqual(shanghai('2026-11-22T14:00:00'));
    expect(quietUntil(noon, shanghai('2026-11-22T14:00:00'))).toBeNull();
    expect(quietUntil(noon, shanghai('2026-11-22T23:00:00'))).toBeNull();
  });

  it('end within a day, at their own minute, and are over then unless they never are', () => {
    const minute = fc.integer({ min: 0, max: 24 * 60 - 1 });
    fc.assert(
      fc.property(
        minute,
        minute,
        fc.date({ noInvalidDate: true, min: new Date(0), max: new Date('2100-01-01') }),
        (from, to, at) => {
          const end = quietUntil({ from, to }, at);
          if (end === null) return;
          expect(end.getTime()).toBeGreaterThan(at.getTime());
          expect(end.getTime() - at.getTime()).toBeLessThanOrEqual(24 * 3_600_000);
          expect(Math.floor((end.getTime() / 60_000 + 8 * 60) % (24 * 60))).toBe(to);
          expect(quietUntil({ from, to }, end) === null).toBe(from !== to);
        },
      ),
    );
  });
});
