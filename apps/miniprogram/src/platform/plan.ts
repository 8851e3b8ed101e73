/** A place in GCJ-02, as the API and all Chinese maps have it. */
export interface PlanPoint {
  readonly lng: number;
  readonly lat: number;
}

/** A piece of ground with its corners. */
export interface PlanArea {
  readonly id: string;
  readonly name: string;
  readonly border: readonly PlanPoint[];
  /** Stands out: the one it is about. */
  readonly own?: boolean;
}

export interface MapProps {
  /** Says in words what there is to see. */
  readonly label: string;
  readonly areas: readonly PlanArea[];
  readonly point: PlanPoint | null;
  /** Lets the person point at a place. */
  readonly onPick?: (at: PlanPoint) => void;
}

const METRES_A_DEGREE = 111_320;
/** Free room around what is drawn, as a share of it. */
const ROOM = 0.06;

/** How far two places of one town are from each other (m). */
export function metresBetween(a: PlanPoint, b: PlanPoint): number {
  const narrow = Math.cos((((a.lat + b.lat) / 2) * Math.PI) / 180);
  return Math.hypot((a.lng - b.lng) * narrow, a.lat - b.lat) * METRES_A_DEGREE;
}

/** The middle of the corners: good enough for a name, and for "about so far". */
export function middleOf(border: readonly PlanPoint[]): PlanPoint {
  const sum = border.reduce((all, { lng, lat }) => ({ lng: all.lng + lng, lat: all.lat + lat }), { lng: 0, lat: 0 });
  return { lng: sum.lng / border.length, lat: sum.lat / border.length };
}

/** A plan of some places, north up: from degrees to shares of its width and height (0–1), and back. */
export interface Plan {
  /** Width by height. */
  readonly ratio: number;
  readonly place: (at: PlanPoint) => { readonly x: number; readonly y: number };
  readonly pointAt: (x: number, y: number) => PlanPoint;
}

export function planOf(places: readonly PlanPoint[]): Plan {
  const lngs = places.map(({ lng }) => lng);
  const lats = places.map(({ lat }) => lat);
  const [west, east, south, north] = [Math.min(...lngs), Math.max(...lngs), Math.min(...lats), Math.max(...lats)];
  // A single point still has ground around it: about a hundred metres.
  const width = Math.max(east - west, 0.001) * (1 + 2 * ROOM);
  const height = Math.max(north - south, 0.001) * (1 + 2 * ROOM);
  const [left, top] = [(west + east - width) / 2, (north + south + height) / 2];
  return {
    ratio: (width * Math.cos((((north + south) / 2) * Math.PI) / 180)) / height,
    place: ({ lng, lat }) => ({ x: (lng - left) / width, y: (top - lat) / height }),
    pointAt: (x, y) => ({ lng: left + x * width, lat: top - y * height }),
  };
}

/** What tells names of one kind apart: 富强第一网格, 富强第二网格 → 一, 二. */
export function shortNames(names: readonly string[]): readonly string[] {
  if (names.length < 2) return names;
  const [first = ''] = names;
  const alike = (at: (name: string, index: number) => string | undefined) => {
    let length = 0;
    while (length < first.length && names.every((name) => at(name, length) === at(first, length))) length += 1;
    return length;
  };
  const before = alike((name, index) => name[index]);
  const behind = alike((name, index) => name[name.length - 1 - index]);
  const short = names.map((name) => name.slice(before, Math.max(before, name.length - behind)));
  return short.every((name) => name !== '') ? short : names.map((_, index) => String(index + 1));
}
