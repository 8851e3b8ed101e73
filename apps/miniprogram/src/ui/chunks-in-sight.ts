/** Where a chunk of a list is on the screen (px). */
export interface ChunkRect {
  readonly top: number;
  readonly bottom: number;
  readonly height: number;
}

/** For every chunk looked at: null while it is drawn, else the height it keeps while it is empty (px). */
export type Sight = readonly (number | null)[];

/** How far beyond the screen chunks stay, so that nobody scrolls into emptiness (px). */
const MARGIN = 1200;

/**
 * What is to be drawn now. Of the empty chunks that have come near only one is filled at a time, the nearest, because
 * WeChat takes the less well to a step the larger it is; `more` says that others wait.
 * @param focused the chunk the keyboard is in, which stays; -1 for none
 */
export function nextSight(
  rects: readonly ChunkRect[],
  screen: number,
  drawn: readonly boolean[],
  focused: number,
): { sight: Sight; more: boolean } {
  const middle = screen / 2;
  const distance = ({ top, bottom }: ChunkRect) =>
    top > middle ? top - middle : bottom < middle ? middle - bottom : 0;
  const near = rects.map(({ top, bottom }, index) => index === focused || (bottom > -MARGIN && top < screen + MARGIN));
  const waiting = rects
    .map((rect, index) => ({ index, far: distance(rect) }))
    .filter(({ index }) => near[index] === true && drawn[index] !== true)
    .sort((a, b) => a.far - b.far);
  const next = waiting[0]?.index;
  return {
    sight: rects.map(({ height }, index) =>
      index === next || (near[index] === true && drawn[index] === true) ? null : height,
    ),
    more: waiting.length > 1,
  };
}

/** The height of one item, from the chunks that are drawn; `before` while there is none (px). */
export function itemHeight(
  rects: readonly ChunkRect[],
  drawn: readonly boolean[],
  sizes: readonly number[],
  before: number,
): number {
  let [height, items] = [0, 0];
  rects.forEach((rect, index) => {
    if (drawn[index] !== true) return;
    height += rect.height;
    items += sizes[index] ?? 0;
  });
  return items === 0 || height === 0 ? before : height / items;
}

/**
 * The height an empty chunk keeps; null for one that is drawn. Chunks nobody has looked at yet come last: the first of
 * them is drawn, the others wait for the look that follows (a list that is opened again may have fifty at once).
 */
export function heightOf(index: number, sight: Sight, sizes: readonly number[], ofItem: number): number | null {
  const known = sight[index];
  if (known !== undefined) return known;
  return index === sight.length ? null : Math.round((sizes[index] ?? 0) * ofItem);
}
