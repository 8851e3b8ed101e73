import fc from 'fast-check';
import { orderNumber, parseOrderNumber } from './number.js';

describe('order numbers', () => {
  it('carry the day in Shanghai, whatever the day in London', () => {
    expect(orderNumber(new Date('2026-11-21T16:00:00Z'), 42)).toBe('261122-000042');
    expect(orderNumber(new Date('2026-11-21T15:59:59Z'), 42)).toBe('261121-000042');
    expect(orderNumber(new Date('2026-12-31T16:00:00Z'), 1)).toBe('270101-000001');
  });

  it.each([0, 1_000_000, 1.5, NaN])('have no sequence %s', (sequence) => {
    expect(() => orderNumber(new Date('2026-11-22T00:00:00Z'), sequence)).toThrow(RangeError);
  });

  it.each([
    ['261122-000042', '261122-000042'],
    ['261122000042', '261122-000042'],
    ['261122-42', '261122-000042'],
    [' ２６１１２２ — 42 ', '261122-000042'],
    ['26 11 22 000 042', '261122-000042'],
    ['26112242', null],
    ['261322-000042', null],
    ['260230-000001', null],
    ['261122-000000', null],
    ['路灯', null],
  ])('are understood when dictated: %s → %s', (said, number) => {
    expect(parseOrderNumber(said)).toBe(number);
  });

  it('survive being read out and typed in again', () => {
    const days = fc.date({
      min: new Date('2020-01-01T00:00:00Z'),
      max: new Date('2099-12-30T00:00:00Z'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 999_999 }), (at, sequence) => {
        const number = orderNumber(at, sequence);
        expect(parseOrderNumber(number.replace('-', ''))).toBe(number);
      }),
    );
  });
});
