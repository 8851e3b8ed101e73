import { validate, version } from 'uuid';
import { ids, nextId, setIdClock } from './ids.js';

it('makes ids that are of version 7, different, and in the order in which they were made', () => {
  const ids = Array.from({ length: 20_000 }, nextId);
  expect(ids.every((id) => validate(id) && version(id) === 7)).toBe(true);
  expect(new Set(ids).size).toBe(ids.length);
  expect([...ids].sort()).toEqual(ids);
});

const timeOf = (id: string): number => Number.parseInt(id.replace('-', '').slice(0, 12), 16);
const AT = Date.UTC(2026, 10, 27);

it('goes on in order when the clock is set back a little', () => {
  let now = AT;
  const next = ids(() => now);
  const before = next();
  now -= 60_000;
  const after = next();
  expect(after > before).toBe(true);
  expect(timeOf(after)).toBe(AT);
});

it('tells the right time again once a clock that was a day off is right', () => {
  let now = AT + 86_400_000;
  const next = ids(() => now);
  expect(timeOf(next())).toBe(now);
  now = AT;
  const made = [next(), next()];
  expect(made.map(timeOf)).toEqual([AT, AT]);
  expect([...made].sort()).toEqual(made);
});

it('tells the time the process goes by', () => {
  setIdClock(() => AT);
  try {
    expect(timeOf(nextId())).toBe(AT);
  } finally {
    setIdClock(() => Date.now());
  }
});
