import { offsetAfter } from './clock-offset.js';

const DAY = 86_400_000;
const HERE = Date.parse('2026-11-23T21:40:00+08:00');
/** The database says `ahead` ms more than this machine, and took `roundTrip` to say it. */
const look = (ahead: number, roundTrip = 10) => ({
  databaseAt: HERE + ahead - roundTrip / 2,
  receivedAt: HERE,
  roundTrip,
});

describe('the offset to the database’s clock', () => {
  it.each([
    ['the same time', look(0)],
    ['ordinary jitter', look(480)],
    ['the other way round', look(-480)],
    ['a slow answer, which proves nothing', look(3_000, 2_600)],
  ])('stays nothing: %s', (_, seen) => expect(offsetAfter(0, seen)).toBe(0));

  it.each([DAY, -DAY, 600, -600])('is adopted when the clocks disagree, by %s ms', (ahead) =>
    expect(offsetAfter(0, look(ahead))).toBe(ahead),
  );

  it('stays as it is held while nothing proves it wrong, and moves when something does', () => {
    expect(offsetAfter(-DAY, look(-DAY + 400))).toBe(-DAY);
    expect(offsetAfter(2_000, look(0, 4_000))).toBe(2_000);
    expect(offsetAfter(-DAY, look(-DAY + 60_000))).toBe(-DAY + 60_000);
  });

  it('is let go when the machine’s clock was put right', () => {
    expect(offsetAfter(-DAY, look(0))).toBe(0);
    expect(offsetAfter(-DAY, look(300))).toBe(0);
  });
});
