import fc from 'fast-check';
import { canonicalJson } from './canonical-json.js';

function shuffled(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, member]) => [key, shuffled(member)]),
  );
}

describe('canonicalJson', () => {
  it('sorts keys, writes dates in UTC and leaves out what is undefined', () => {
    const value = { b: 1, a: { d: new Date('2026-11-22T21:40:00+08:00'), c: undefined }, list: [undefined, '中'] };
    expect(canonicalJson(value)).toBe('{"a":{"d":"2026-11-22T13:40:00.000Z"},"b":1,"list":[null,"中"]}');
  });

  it('is JSON of the same value, however its keys are ordered', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
        expect(canonicalJson(shuffled(value))).toBe(canonicalJson(value));
      }),
    );
  });
});
