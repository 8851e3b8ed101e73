import { metresBetween, middleOf, planOf, shortNames } from './plan.js';

const CORNERS = [
  { lng: 119.9668, lat: 31.7771 },
  { lng: 119.9699, lat: 31.7775 },
  { lng: 119.9697, lat: 31.7797 },
  { lng: 119.9665, lat: 31.7794 },
] as const;

it('draws north up and east to the right, with everything inside', () => {
  const { place } = planOf(CORNERS);
  for (const corner of CORNERS) {
    const { x, y } = place(corner);
    expect(Math.min(x, y)).toBeGreaterThan(0);
    expect(Math.max(x, y)).toBeLessThan(1);
  }
  expect(place(CORNERS[1]).x).toBeGreaterThan(place(CORNERS[0]).x);
  expect(place(CORNERS[2]).y).toBeLessThan(place(CORNERS[1]).y);
});

it('finds the place again that somebody points at', () => {
  const { place, pointAt } = planOf(CORNERS);
  const { x, y } = place(CORNERS[2]);
  expect(metresBetween(pointAt(x, y), CORNERS[2])).toBeLessThan(0.01);
});

it('gives a single point ground around it, and keeps the shape of the ground', () => {
  const alone = planOf([CORNERS[0]]);
  expect(alone.place(CORNERS[0])).toEqual({ x: expect.closeTo(0.5, 6), y: expect.closeTo(0.5, 6) });
  // At this latitude a degree of longitude is about 0.85 of one of latitude.
  expect(alone.ratio).toBeCloseTo(0.85, 2);
});

it('measures within a town', () => {
  expect(metresBetween({ lng: 119.96, lat: 31.77 }, { lng: 119.96, lat: 31.771 })).toBeCloseTo(111, 0);
  expect(metresBetween({ lng: 119.96, lat: 31.77 }, { lng: 119.961, lat: 31.77 })).toBeCloseTo(95, 0);
  expect(middleOf([CORNERS[0], CORNERS[2]])).toEqual({
    lng: expect.closeTo(119.96825, 6),
    lat: expect.closeTo(31.7784, 6),
  });
});

it('shortens names to what tells them apart', () => {
  expect(shortNames(['富强第一网格', '富强第二网格', '富强第十网格'])).toEqual(['一', '二', '十']);
  expect(shortNames(['第一网格', '第一网格'])).toEqual(['1', '2']);
  expect(shortNames(['东网格', '网格'])).toEqual(['1', '2']);
  expect(shortNames(['第三网格'])).toEqual(['第三网格']);
});
