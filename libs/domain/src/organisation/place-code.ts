/** What a code that hangs at a place 地点码 says: the area it hangs in, and the spot in words ("3 幢北门"), which may be empty. */
export interface PlaceCode {
  readonly areaId: string;
  readonly spot: string;
}

/** Longest words of a spot, in characters; what does not fit a sign at arm's length fits no code either. */
export const MOST_SPOT_CHARACTERS = 40;

const ADDRESS = /\/api\/places\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\/?(?:\?([^#]*))?(?:#.*)?$/;
const SPOT = /(?:^|&)spot=([^&]*)/;

const cut = (spot: string): string => [...spot].slice(0, MOST_SPOT_CHARACTERS).join('');

/** Where the code leads, below the product's own address. A browser is sent on from there; WeChat reads it. */
export function placeCodePath({ areaId, spot }: PlaceCode): string {
  return `/api/places/${areaId}${spot === '' ? '' : `?spot=${encodeURIComponent(cut(spot))}`}`;
}

/**
 * Reads what was scanned, at whatever address and whatever was added to it on the way; null when it is no place code: people
 * scan everything.
 */
export function readPlaceCode(text: string): PlaceCode | null {
  const [, areaId, query = ''] = ADDRESS.exec(text.trim()) ?? [];
  if (areaId === undefined) return null;
  try {
    return { areaId, spot: cut(decodeURIComponent(SPOT.exec(query)?.[1] ?? '').trim()) };
  } catch {
    return { areaId, spot: '' };
  }
}
