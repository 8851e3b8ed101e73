import fc from 'fast-check';
import { idCheckDigit, isValidIdNumber } from './id-number.js';
import { isValidPhone } from './phone.js';

const withCheckDigit = (first17: string) => first17 + idCheckDigit(first17);

describe('identity numbers', () => {
  it('follow the standard’s own examples', () => {
    expect(isValidIdNumber('11010519491231002X')).toBe(true);
    expect(isValidIdNumber('11010519491231002x')).toBe(true);
    expect(isValidIdNumber('440524188001010014')).toBe(false); // born before 1900
    expect(isValidIdNumber(withCheckDigit('32040219900229001'))).toBe(false); // no such day
    expect(isValidIdNumber(withCheckDigit('32040220000229001'))).toBe(true);
    expect(isValidIdNumber(withCheckDigit('99040219900228001'))).toBe(false); // no such province
    expect(isValidIdNumber('320402900228001')).toBe(false); // the old fifteen digits
  });

  it('betray any single wrong digit', () => {
    const valid = withCheckDigit('32040219900228001');
    fc.assert(
      fc.property(fc.nat(17), fc.integer({ min: 1, max: 9 }), (at, shift) => {
        const digit = valid[at] === 'X' ? 10 : Number(valid[at]);
        const wrong = valid.slice(0, at) + String((digit + shift) % 10) + valid.slice(at + 1);
        expect(isValidIdNumber(wrong)).toBe(false);
      }),
    );
  });
});

it.each([
  ['13812345678', true],
  ['19900001234', true],
  ['12812345678', false],
  ['1381234567', false],
  ['+8613812345678', false],
  ['138****5678', false],
])('phone %s is valid: %s', (phone, valid) => {
  expect(isValidPhone(phone)).toBe(valid);
});
