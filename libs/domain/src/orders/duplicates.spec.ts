import fc from 'fast-check';
import { GRID, minutesAfter, NOW } from '../testing/people.js';
import { findDuplicates, metresBetween, type Report } from './duplicates.js';
import { textSimilarity } from './similarity.js';

const HERE = { lng: 119.97, lat: 31.78 };
/** One metre in degrees of latitude. */
const METRE = 1 / 111_195;

function report(changes: Partial<Report> = {}): Report {
  return {
    title: '3幢门口路灯不亮',
    description: '晚上黑漆漆的，老人走路怕摔跤',
    categoryPath: ['facilities', 'lighting'],
    areaPath: GRID,
    location: HERE,
    at: NOW,
    ...changes,
  };
}
const north = (metres: number) => ({ lng: HERE.lng, lat: HERE.lat + metres * METRE });

describe('duplicates', () => {
  it('offers the same matter told in other words nearby, and says why', () => {
    const other = report({
      title: '三幢路灯坏了不亮',
      description: '',
      location: north(40),
      at: minutesAfter(NOW, -180),
    });
    const [found] = findDuplicates(report(), [other]);
    expect(found).toMatchObject({ candidate: other });
    expect(found?.why).toMatch(/^相距40米，类别相同，文字相似\d+%，一天之内$/);
  });

  it('never goes by the title alone', () => {
    expect(findDuplicates(report(), [report({ location: north(251) })])).toEqual([]);
    expect(
      findDuplicates(report(), [report({ location: null, areaPath: '320400/320402/320402003/320402003013' })]),
    ).toEqual([]);
    expect(findDuplicates(report(), [report({ at: minutesAfter(NOW, -31 * 24 * 60) })])).toEqual([]);
  });

  it('never goes by the place alone', () => {
    const unlike = report({ title: '电梯关人', description: '快来', categoryPath: ['facilities', 'lighting'] });
    expect(findDuplicates(report(), [unlike])).toEqual([]);
  });

  it('still sees it under a wrong category, but below the right one', () => {
    const right = report({ location: north(50) });
    const wrong = report({ location: north(50), categoryPath: ['security', 'other'] });
    expect(findDuplicates(report(), [wrong, right]).map(({ candidate }) => candidate)).toEqual([right, wrong]);
  });

  it('judges by area when a place is missing', () => {
    expect(findDuplicates(report({ location: null }), [report()])).toMatchObject([
      { distance: null, why: expect.stringContaining('同一片区') as string },
    ]);
  });

  it('ranks the nearer and the newer first', () => {
    const list = [
      report({ location: north(200) }),
      report({ location: north(10), at: minutesAfter(NOW, -10 * 24 * 60) }),
      report({ location: north(10) }),
    ];
    expect(findDuplicates(report(), list).map(({ candidate }) => list.indexOf(candidate))).toEqual([2, 1, 0]);
  });
});

describe('likeness of texts', () => {
  it('does not mind width, case, punctuation or the way numbers are written', () => {
    expect(textSimilarity('三号楼WIFI断了！', '3号楼wｉfi，断了')).toBe(1);
    expect(textSimilarity('灯', '灯')).toBe(1);
    expect(textSimilarity('', '灯')).toBe(0);
  });

  it('is symmetric, within 0 and 1, and 1 for itself', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (a, b) => {
        expect(textSimilarity(a, b)).toBe(textSimilarity(b, a));
        expect(textSimilarity(a, b)).toBeGreaterThanOrEqual(0);
        expect(textSimilarity(a, b)).toBeLessThanOrEqual(1);
        expect([0, 1]).toContain(textSimilarity(a, a));
      }),
    );
  });
});

it('measures distance in metres', () => {
  expect(metresBetween(HERE, north(250))).toBeCloseTo(250, 0);
  expect(metresBetween(HERE, HERE)).toBe(0);
  // Beijing to Shanghai, by the usual tables about 1,067 km.
  expect(metresBetween({ lng: 116.4074, lat: 39.9042 }, { lng: 121.4737, lat: 31.2304 })).toBeCloseTo(1_067_000, -4);
});
