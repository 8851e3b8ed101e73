/** A page of a list, and where the next one begins. */
interface ListPage {
  readonly items: readonly { readonly id: string }[];
  readonly nextCursor: string | null;
}

/** What was read of a list so far: each page with the cursor it began at. */
export interface LoadedPages<Page> {
  readonly pages: Page[];
  readonly pageParams: (string | null)[];
}

/**
 * Puts a page that was read anew into a list, newest first, so that nothing stands twice and nothing is left out: when rows
 * have left the page, the new one reaches into those below it; when rows have come, those they pushed out stay.
 */
export function stitch<Page extends ListPage>(
  { pages, pageParams }: LoadedPages<Page>,
  at: number,
  fresh: Page,
): LoadedPages<Page> {
  const last = fresh.items.at(-1);
  const known = { pages: [...pages.slice(0, at), fresh], pageParams: pageParams.slice(0, at + 1) };
  if (fresh.nextCursor === null || last === undefined) return known;
  const older = ({ id }: { readonly id: string }): boolean => id < last.id;
  const pushedOut = pages[at]?.items.filter(older) ?? [];
  if (pushedOut.length > 0) {
    const nextCursor = pages[at]?.nextCursor ?? null;
    known.pages[at] = { ...fresh, items: [...fresh.items, ...pushedOut], nextCursor };
  }
  pages.slice(at + 1).forEach((page, index) => {
    const items = page.items.filter(older);
    if (items.length === 0) return;
    known.pages.push(items.length === page.items.length ? page : { ...page, items });
    const first = known.pages.length === at + 2 && pushedOut.length === 0;
    known.pageParams.push(first ? fresh.nextCursor : (pageParams[at + 1 + index] ?? null));
  });
  return known;
}
