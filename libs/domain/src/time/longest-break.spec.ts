import { dateOf, dayOf } from './calendar-day.js';
import { overlongBreak } from './longest-break.js';
import { defaultCalendar, withOverrides } from './work-calendar.js';

const restFrom = (date: string, days: number) =>
  withOverrides(
    defaultCalendar(),
    Object.fromEntries(
      Array.from({ length: days }, (_, index) => [
        dateOf((dayOf(date) ?? 0) + index),
        { kind: 'rest', reason: '装修' } as const,
      ]),
    ),
  );

describe('a break', () => {
  it('of ordinary holidays is short enough', () => {
    expect(overlongBreak(defaultCalendar())).toBeNull();
    expect(overlongBreak(restFrom('2026-02-05', 10))).toBeNull();
  });

  it('of more than a month is told by its first day, weekends and holidays counted', () => {
    expect(overlongBreak(restFrom('2026-03-02', 31))).toBeNull();
    expect(overlongBreak(restFrom('2026-03-02', 32))).toBe('2026-03-02');
    // From 15 to 23 February 2026 everything rests anyway.
    expect(overlongBreak(restFrom('2026-01-26', 20))).toBeNull();
    expect(overlongBreak(restFrom('2026-01-22', 24))).toBe('2026-01-22');
  });
});
