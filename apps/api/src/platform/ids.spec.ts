import { validate, version } from 'uuid';
import { nextId } from './ids.js';

it('makes ids that are of version 7, different, and in the order in which they were made', () => {
  const ids = Array.from({ length: 20_000 }, nextId);
  expect(ids.every((id) => validate(id) && version(id) === 7)).toBe(true);
  expect(new Set(ids).size).toBe(ids.length);
  expect([...ids].sort()).toEqual(ids);
});

it('goes on in order when the clock is set back', () => {
  const before = nextId();
  const real = Date.now;
  try {
    Date.now = () => real() - 86_400_000;
    expect(nextId() > before).toBe(true);
  } finally {
    Date.now = real;
  }
});
