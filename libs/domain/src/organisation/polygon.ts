import { isGcj02, type Point } from './point.js';

/** Corners in order; the last side runs back to the first corner, which is not repeated. */
export type Polygon = readonly Point[];

type Side = readonly [from: Point, to: Point];

function sidesOf(polygon: Polygon): Side[] {
  return polygon.map((from, index): Side => [from, polygon[(index + 1) % polygon.length] ?? from]);
}

/** Positive when `point` lies left of the line through a side, negative when right, 0 when on it. */
const turn = ([from, to]: Side, point: Point): number =>
  (to.lng - from.lng) * (point.lat - from.lat) - (to.lat - from.lat) * (point.lng - from.lng);

const inBox = ([from, to]: Side, { lng, lat }: Point, margin = 0): boolean =>
  lng >= Math.min(from.lng, to.lng) - margin &&
  lng <= Math.max(from.lng, to.lng) + margin &&
  lat >= Math.min(from.lat, to.lat) - margin &&
  lat <= Math.max(from.lat, to.lat) + margin;

/** Whether a polygon holds a point; its border counts as inside, as PostgreSQL's `@>` has it. */
export function containsPoint(polygon: Polygon, point: Point): boolean {
  let inside = false;
  for (const side of sidesOf(polygon)) {
    const [from, to] = side;
    const offset = turn(side, point);
    if (offset === 0 && inBox(side, point)) return true;
    // Ray casting to the east: a side counts when it passes the point's latitude, its upper end excluded.
    const upward = to.lat > from.lat;
    if (from.lat > point.lat !== to.lat > point.lat && offset > 0 === upward) inside = !inside;
  }
  return inside;
}

/** About one centimetre in degrees: borders drawn along each other differ by less, and do not overlap. */
const DRAWING_ERROR = 1e-7;

/** Which side of a line a point is on (1, 0, -1), within the drawing error. */
function sideOf(side: Side, point: Point): number {
  const length = Math.hypot(side[1].lng - side[0].lng, side[1].lat - side[0].lat);
  const offset = turn(side, point);
  return Math.abs(offset) <= DRAWING_ERROR * length ? 0 : Math.sign(offset);
}

/** Whether two sides cut through each other; touching ends, or lying on one line, is not cutting. */
const cut = (a: Side, b: Side): boolean =>
  sideOf(a, b[0]) * sideOf(a, b[1]) < 0 && sideOf(b, a[0]) * sideOf(b, a[1]) < 0;

const onBorder = (polygon: Polygon, point: Point): boolean =>
  sidesOf(polygon).some((side) => sideOf(side, point) === 0 && inBox(side, point, DRAWING_ERROR));

const middleOf = ([from, to]: Side): Point => ({ lng: (from.lng + to.lng) / 2, lat: (from.lat + to.lat) / 2 });

/** Whether two polygons share ground. Neighbours that only share corners or a border do not. */
export function overlap(a: Polygon, b: Polygon): boolean {
  if (sidesOf(a).some((side) => sidesOf(b).some((other) => cut(side, other)))) return true;
  const intrudes = (inner: Polygon, outer: Polygon): boolean =>
    [...inner, ...sidesOf(inner).map(middleOf)].some((p) => containsPoint(outer, p) && !onBorder(outer, p));
  const sameGround = (): boolean => a.every((p) => onBorder(b, p)) && b.every((p) => onBorder(a, p));
  return intrudes(a, b) || intrudes(b, a) || sameGround();
}

/** What is wrong with a drawn area, as a Chinese sentence for the person who imports it; null when it can be used. */
export function polygonProblem(polygon: Polygon): string | null {
  if (polygon.length < 3) return '边界至少需要 3 个点。';
  const outside = polygon.find((point) => !isGcj02(point));
  if (outside) return `坐标 ${outside.lng},${outside.lat} 不在国内，请检查经纬度顺序（先经度后纬度，GCJ-02）。`;
  const sides = sidesOf(polygon);
  if (sides.some((side, index) => sides.slice(index + 1).some((other) => cut(side, other)))) return '边界线自相交叉。';
  return null;
}
