interface Point {
  readonly lng: number;
  readonly lat: number;
}

/** Krasovsky 1940, the ellipsoid of the Chinese offset. */
const AXIS = 6_378_245;
const ECCENTRICITY = 0.006_693_421_622_965_943;

/**
 * A satellite's point (WGS-84, what browsers give) in the coordinates all Chinese maps use (GCJ-02, what the API takes);
 * right to about a metre. Outside China they are the same.
 */
export function toGcj02({ lng, lat }: Point): Point {
  if (lng < 72 || lng > 138 || lat < 0.8 || lat > 55.9) return { lng, lat };
  const [x, y] = [lng - 105, lat - 35];
  const radians = (lat * Math.PI) / 180;
  const magic = 1 - ECCENTRICITY * Math.sin(radians) ** 2;
  const dLat = (northing(x, y) * 180) / (((AXIS * (1 - ECCENTRICITY)) / (magic * Math.sqrt(magic))) * Math.PI);
  const dLng = (easting(x, y) * 180) / ((AXIS / Math.sqrt(magic)) * Math.cos(radians) * Math.PI);
  return { lng: lng + dLng, lat: lat + dLat };
}

const sin = (turns: number) => Math.sin(turns * Math.PI);
const short = (x: number) => ((20 * sin(6 * x) + 20 * sin(2 * x)) * 2) / 3;

function northing(x: number, y: number): number {
  const wide = ((20 * sin(y) + 40 * sin(y / 3)) * 2) / 3 + ((160 * sin(y / 12) + 320 * sin(y / 30)) * 2) / 3;
  return -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * Math.sqrt(Math.abs(x)) + short(x) + wide;
}

function easting(x: number, y: number): number {
  const wide = ((20 * sin(x) + 40 * sin(x / 3)) * 2) / 3 + ((150 * sin(x / 12) + 300 * sin(x / 30)) * 2) / 3;
  return 300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * Math.sqrt(Math.abs(x)) + short(x) + wide;
}
