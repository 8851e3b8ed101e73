import Taro, { usePageScroll } from '@tarojs/taro';
import { useRef, useState } from 'react';

/** Below this many chunks nothing is hidden: a screen or two of nodes cost nothing. */
const FROM = 4;
/** How far beyond the screen chunks stay, so that nobody scrolls into emptiness (px). */
const MARGIN = 1200;
const EVERY_MS = 120;

interface Rect {
  readonly top: number;
  readonly bottom: number;
  readonly height: number;
}

/**
 * Which chunks of a long list are near the screen; the others are emptied and keep their height, so that a list of a
 * thousand scrolls with the nodes of a few dozen. The page's config needs `enablePageScroll: true`.
 */
export function useChunksInSight(count: number): { hiddenHeight: (index: number) => number | null } {
  const [hidden, setHidden] = useState<ReadonlyMap<number, number>>(new Map());
  const looking = useRef(false);

  usePageScroll(() => {
    if (count < FROM || looking.current) return;
    looking.current = true;
    setTimeout(() => {
      look((rects) => {
        looking.current = false;
        setHidden((before) => keepIfSame(before, beyond(rects)));
      });
    }, EVERY_MS);
  });

  return { hiddenHeight: (index) => hidden.get(index) ?? null };
}

function look(seen: (rects: readonly Rect[]) => void): void {
  Taro.createSelectorQuery()
    .selectAll('.paged-list__chunk')
    .boundingClientRect((result) => {
      const list: readonly unknown[] = Array.isArray(result) ? result : [];
      seen(list as readonly Rect[]);
    })
    .exec();
}

function beyond(rects: readonly Rect[]): Map<number, number> {
  const { windowHeight } = Taro.getWindowInfo();
  const far = rects.map(({ top, bottom, height }, index): [number, number] | null =>
    bottom < -MARGIN || top > windowHeight + MARGIN ? [index, height] : null,
  );
  return new Map(far.filter((entry) => entry !== null));
}

function keepIfSame(before: ReadonlyMap<number, number>, next: Map<number, number>): ReadonlyMap<number, number> {
  const same = before.size === next.size && [...next.keys()].every((index) => before.has(index));
  return same ? before : next;
}
