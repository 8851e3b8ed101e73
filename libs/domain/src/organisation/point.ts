/** A place in GCJ-02, the coordinates WeChat and Chinese maps give; degrees. */
export interface Point {
  readonly lng: number;
  readonly lat: number;
}

/** The box in which GCJ-02 is defined; outside it a "Chinese" coordinate is a mistake, such as lng and lat swapped. */
const BOX = { west: 72.004, east: 137.8347, south: 0.8293, north: 55.8271 } as const;

export const isGcj02 = ({ lng, lat }: Point): boolean =>
  lng >= BOX.west && lng <= BOX.east && lat >= BOX.south && lat <= BOX.north;
