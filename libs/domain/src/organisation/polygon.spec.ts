import fc from 'fast-check';
import { isGcj02, type Point } from './point.js';
import { containsPoint, overlap, polygonProblem, type Polygon } from './polygon.js';

const at = (lng: number, lat: number): Point => ({ lng, lat });
const rectangle = (west: number, south: number, east: number, north: number): Polygon => [
  at(west, south),
  at(east, south),
  at(east, north),
  at(west, north),
];
const square = rectangle(119, 31, 120, 32);
/** An L: the square without its north-east quarter. */
const corner = [at(119, 31), at(120, 31), at(120, 31.5), at(119.5, 31.5), at(119.5, 32), at(119, 32)];
const inside = fc.double({ min: 0.001, max: 0.999, noNaN: true });

describe('containsPoint', () => {
  it('takes what is inside and refuses what is outside, whichever way round the corners run', () => {
    for (const polygon of [corner, [...corner].reverse()]) {
      expect(containsPoint(polygon, at(119.25, 31.75))).toBe(true);
      expect(containsPoint(polygon, at(119.75, 31.25))).toBe(true);
      expect(containsPoint(polygon, at(119.75, 31.75))).toBe(false);
      expect(containsPoint(polygon, at(118.9, 31.25))).toBe(false);
      expect(containsPoint(polygon, at(118.9, 31.5))).toBe(false);
    }
  });

  it('counts the border and the corners as inside', () => {
    for (const point of [...corner, at(119.5, 31), at(120, 31.25), at(119.5, 31.75), at(119, 31.5)]) {
      expect(containsPoint(corner, point)).toBe(true);
    }
  });

  it('puts every point of a divided rectangle into at least one part, and points off the line into one only', () => {
    fc.assert(
      fc.property(inside, inside, inside, inside, (low, high, x, y) => {
        const west = [at(119, 31), at(119 + low, 31), at(119 + high, 32), at(119, 32)];
        const east = [at(119 + low, 31), at(120, 31), at(120, 32), at(119 + high, 32)];
        const point = at(119 + x, 31 + y);
        const parts = [west, east].filter((part) => containsPoint(part, point)).length;
        const toTheLine = Math.abs(x - (low + (high - low) * y));
        expect(parts).toBeGreaterThanOrEqual(toTheLine > 1e-9 ? 1 : 0);
        if (toTheLine > 1e-9) expect(parts).toBe(1);
      }),
    );
  });

  it('does not depend on which corner is named first', () => {
    fc.assert(
      fc.property(inside, inside, fc.nat(5), (x, y, turns) => {
        const turned = [...corner.slice(turns), ...corner.slice(0, turns)];
        const point = at(119 + x, 31 + y);
        expect(containsPoint(turned, point)).toBe(containsPoint(corner, point));
      }),
    );
  });
});

describe('overlap', () => {
  it.each<[string, Polygon, boolean]>([
    ['the same ground', square, true],
    ['the same ground from another corner', [...square.slice(2), ...square.slice(0, 2)], true],
    ['a part inside', rectangle(119.2, 31.2, 119.4, 31.4), true],
    ['a part across the border', rectangle(119.5, 31.5, 120.5, 32.5), true],
    ['a cross without a corner in the other', rectangle(119.4, 30, 119.6, 33), true],
    ['a diamond that only touches from within', [at(119.5, 31), at(120, 31.5), at(119.5, 32), at(119, 31.5)], true],
    ['a neighbour along the whole side', rectangle(120, 31, 121, 32), false],
    ['a neighbour along half a side', rectangle(120, 31.3, 121, 31.9), false],
    ['a neighbour at one corner', rectangle(120, 32, 121, 33), false],
    ['a neighbour drawn a millimetre over the line', rectangle(119.99999999, 31, 121, 32), false],
    ['far away', rectangle(121, 33, 122, 34), false],
  ])('%s', (_, other, expected) => {
    expect(overlap(square, other)).toBe(expected);
    expect(overlap(other, square)).toBe(expected);
  });
});

describe('polygonProblem', () => {
  it('accepts a usable border', () => {
    expect(polygonProblem(corner)).toBeNull();
  });

  it('names too few points, swapped coordinates and a crossing border', () => {
    expect(polygonProblem([at(119, 31), at(120, 31)])).toContain('3 个点');
    expect(polygonProblem([at(31, 119), at(31, 120), at(32, 120)])).toContain('经纬度顺序');
    expect(polygonProblem([at(119, 31), at(120, 32), at(120, 31), at(119, 32)])).toContain('交叉');
  });
});

describe('isGcj02', () => {
  it('holds the far ends of the country and nothing swapped or at zero', () => {
    expect([at(73.5, 39.4), at(134.77, 48.4), at(112.3, 3.9), at(123.3, 53.56)].every(isGcj02)).toBe(true);
    expect([at(31.78, 119.97), at(0, 0), at(-119.97, 31.78)].some(isGcj02)).toBe(false);
  });
});
