import Taro, { usePageScroll } from '@tarojs/taro';
import { useEffect, useRef, useState } from 'react';
import { focusedIndex } from '../platform/focused-index.js';
import { heightOf, itemHeight, nextSight, type ChunkRect, type Sight } from './chunks-in-sight.js';

const EVERY_MS = 120;
/** An order's card in the normal view, until one has been measured (px). */
const ITEM_HEIGHT = 150;

let lists = 0;

interface Chunks {
  /** Stands on every chunk of this list: pages beneath this one have lists of their own. */
  readonly className: string;
  /** The height of an empty chunk, null for one that is drawn. */
  readonly heightOf: (index: number) => number | null;
}

/**
 * Which chunks of a long list are near the screen; the others are emptied and keep their height, so that a list of a
 * thousand scrolls with the nodes of a few dozen. The page's config needs `enablePageScroll: true`.
 * @param sizes how many items each chunk has
 */
export function useChunksInSight(sizes: readonly number[]): Chunks {
  const [className] = useState(() => `paged-list__chunk-of-${(lists += 1)}`);
  const [sight, setSight] = useState<Sight>([]);
  const ofItem = useRef(ITEM_HEIGHT);
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  const now = useRef({ sizes, sight });
  now.current = { sizes, sight };
  const heightNow = (index: number) => heightOf(index, now.current.sight, now.current.sizes, ofItem.current);

  function look(): void {
    timer.current ??= setTimeout(() => {
      timer.current = null;
      measure(`.${className}`, (rects) => {
        // The list has changed meanwhile: its own look follows. Of a page that is not shown nothing can be measured.
        if (rects.length !== now.current.sizes.length || rects.every(({ height }) => height === 0)) return;
        const drawn = rects.map((_, index) => heightNow(index) === null);
        ofItem.current = itemHeight(rects, drawn, now.current.sizes, ofItem.current);
        const { windowHeight } = Taro.getWindowInfo();
        const next = nextSight(rects, windowHeight, drawn, focusedIndex(`.${className}`));
        setSight((before) => keepIfSame(before, next.sight));
        if (next.more) look();
      });
    }, EVERY_MS);
  }
  usePageScroll(look);
  useEffect(look, [sizes.length]);
  useEffect(
    () => () => {
      if (timer.current !== null) clearTimeout(timer.current);
    },
    [],
  );

  return { className, heightOf: heightNow };
}

function measure(selector: string, seen: (rects: readonly ChunkRect[]) => void): void {
  Taro.createSelectorQuery()
    .selectAll(selector)
    .boundingClientRect((result) => {
      const list: readonly unknown[] = Array.isArray(result) ? result : [];
      seen(list as readonly ChunkRect[]);
    })
    .exec();
}

const keepIfSame = (before: Sight, next: Sight): Sight =>
  before.length === next.length && next.every((height, index) => height === before[index]) ? before : next;
