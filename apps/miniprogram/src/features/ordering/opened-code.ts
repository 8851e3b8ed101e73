import { type PlaceCode, readPlaceCode } from '@linshao/domain';

/** The code an address names that was opened by scanning: `q` is what WeChat, and our own redirect, hand on. */
export function openedCode(q: string | undefined): PlaceCode | null {
  if (q === undefined) return null;
  try {
    return readPlaceCode(q) ?? readPlaceCode(decodeURIComponent(q));
  } catch {
    return null;
  }
}
