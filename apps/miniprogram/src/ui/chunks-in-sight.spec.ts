import { heightOf, itemHeight, nextSight, type ChunkRect } from './chunks-in-sight.js';

const SCREEN = 800;
const CHUNK = 3000;
/** A list of chunks of the same height, scrolled down by so much. */
const scrolled = (count: number, by: number): ChunkRect[] =>
  Array.from({ length: count }, (_, index) => {
    const top = index * CHUNK - by;
    return { top, bottom: top + CHUNK, height: CHUNK };
  });
const drawnOf = (sight: readonly (number | null)[]) =>
  sight.flatMap((height, index) => (height === null ? [index] : []));

describe('chunks in sight', () => {
  it('draws what is on the screen and a margin around it, and nothing else, wherever one has scrolled to', () => {
    const all = Array.from({ length: 50 }, () => true);
    for (let by = 0; by <= 50 * CHUNK - SCREEN; by += 500) {
      const { sight, more } = nextSight(scrolled(50, by), SCREEN, all, -1);
      expect(more).toBe(false);
      expect(drawnOf(sight).length).toBeLessThanOrEqual(3);
      expect(drawnOf(sight)).toContain(Math.floor((by + SCREEN / 2) / CHUNK));
    }
  });

  it('keeps the measured height of what it empties', () => {
    const { sight } = nextSight(scrolled(3, 2 * CHUNK), SCREEN, [true, true, true], -1);
    expect(sight).toEqual([CHUNK, null, null]);
  });

  it('fills one empty chunk at a time, the nearest to the middle of the screen, until none waits', () => {
    const rects = scrolled(50, 25 * CHUNK - 100);
    let drawn = rects.map(() => false);
    const filled: number[] = [];
    for (let more = true; more;) {
      const next = nextSight(rects, SCREEN, drawn, -1);
      more = next.more;
      const now = next.sight.map((height) => height === null);
      filled.push(...now.flatMap((is, index) => (is && drawn[index] !== true ? [index] : [])));
      drawn = now;
    }
    expect(filled).toEqual([25, 24]);
  });

  it('leaves the chunk the keyboard is in, however far it is', () => {
    const { sight } = nextSight(
      scrolled(50, 30 * CHUNK),
      SCREEN,
      Array.from({ length: 50 }, () => true),
      2,
    );
    expect(sight[2]).toBeNull();
    expect(sight[3]).toBe(CHUNK);
  });

  it('measures an item by the chunks that are drawn, not by what is only estimated', () => {
    const rects = [...scrolled(1, 0), { top: CHUNK, bottom: CHUNK + 10, height: 10 }];
    expect(itemHeight(rects, [true, false], [20, 20], 150)).toBe(150);
    expect(itemHeight([{ top: 0, bottom: 3600, height: 3600 }], [true], [20], 150)).toBe(180);
    expect(itemHeight(rects, [false, false], [20, 20], 140)).toBe(140);
  });

  it('draws one of fifty pages that come at once, and the next page when it is added', () => {
    const sizes = Array.from({ length: 50 }, () => 20);
    expect(sizes.map((_, index) => heightOf(index, [], sizes, 150)).filter((height) => height === null)).toHaveLength(
      1,
    );
    expect(heightOf(1, [], sizes, 150)).toBe(3000);
    expect(heightOf(2, [3100, null], sizes, 150)).toBeNull();
    expect(heightOf(0, [3100, null], sizes, 150)).toBe(3100);
  });
});
