import { useEffect, useState } from 'react';

const EVERY_MS = 12_000;

/** Turns the pages of a list that does not fit on the screen: nobody stands there to scroll. */
export function useTurning<Item>(
  items: readonly Item[],
  atOnce: number,
): { shown: readonly Item[]; page: number; pages: number } {
  const [turns, setTurns] = useState(0);
  const pages = Math.max(1, Math.ceil(items.length / atOnce));
  useEffect(() => {
    if (pages === 1) return;
    const timer = setInterval(() => setTurns((before) => before + 1), EVERY_MS);
    return () => clearInterval(timer);
  }, [pages]);
  const page = turns % pages;
  return { shown: items.slice(page * atOnce, (page + 1) * atOnce), page: page + 1, pages };
}
