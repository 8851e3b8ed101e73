import { endOfPeriod, startOfPeriod } from './period.js';

const range = (text: string) => [startOfPeriod(text)?.toISOString(), endOfPeriod(text)?.toISOString()];

describe('a period', () => {
  it.each([
    ['2026-11', '2026-10-31T16:00:00.000Z', '2026-11-30T16:00:00.000Z'],
    ['2026-12', '2026-11-30T16:00:00.000Z', '2026-12-31T16:00:00.000Z'],
    ['2024-02', '2024-01-31T16:00:00.000Z', '2024-02-29T16:00:00.000Z'],
    ['2026-11-22', '2026-11-21T16:00:00.000Z', '2026-11-22T16:00:00.000Z'],
  ])('%s is a whole one in Shanghai', (text, start, end) => {
    expect(range(text)).toEqual([start, end]);
  });

  it.each(['2026-02-30', '2026-13', '2026-04-31'])('%s does not exist', (text) => {
    expect(range(text)).toEqual([undefined, undefined]);
  });
});
