import { parseJsonBody } from './json-body.js';
import { Problem } from './problem.js';

const codeOf = (text: string): string => {
  try {
    parseJsonBody(text);
    return 'parsed';
  } catch (error) {
    return error instanceof Problem ? error.code : 'crashed';
  }
};

describe('parseJsonBody', () => {
  it.each([
    ['bad JSON', '{"a":'],
    ['a NUL byte', '{"a":"\u0000"}'],
    ['an escaped NUL', '{"a":"\\u0000"}'],
    ['deep arrays', '['.repeat(100_000)],
    ['deep objects', '{"a":'.repeat(50) + '1' + '}'.repeat(50)],
    ['a __proto__ key', '{"__proto__":{"a":1}}'],
  ])('refuses %s', (_, text) => expect(codeOf(text)).toBe('request.malformed'));

  it('takes brackets inside strings, rare characters and an empty body', () => {
    expect(parseJsonBody(`{"a":"${'['.repeat(50)}𠮷\\""}`)).toEqual({ a: `${'['.repeat(50)}𠮷"` });
    expect(parseJsonBody('')).toEqual({});
  });
});
