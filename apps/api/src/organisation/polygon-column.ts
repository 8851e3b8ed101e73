import type { Point, Polygon } from '@linshao/domain';

/** PostgreSQL's text for a polygon, `((lng,lat),…)`, as corners. */
export function polygonFrom(text: string | null): Polygon | null {
  const numbers = text?.match(/-?\d+(?:\.\d+)?(?:e-?\d+)?/gi)?.map(Number);
  if (!numbers) return null;
  const corners: Point[] = [];
  for (let at = 0; at + 1 < numbers.length; at += 2) corners.push({ lng: numbers[at] ?? 0, lat: numbers[at + 1] ?? 0 });
  return corners;
}

export const polygonText = (polygon: Polygon | null): string | null =>
  polygon && `(${polygon.map(({ lng, lat }) => `(${lng},${lat})`).join(',')})`;
