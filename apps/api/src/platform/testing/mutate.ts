type Place = readonly string[];

/** Where something stands in a JSON value: everything below the top, containers and leaves. */
export function placesIn(value: unknown, above: Place = []): Place[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, below]) => [[...above, key], ...placesIn(below, [...above, key])]);
}

/** The value with something else at one place. */
export function withValueAt(value: unknown, [key, ...below]: Place, other: unknown): unknown {
  if (key === undefined) return other;
  if (Array.isArray(value))
    return value.map((each: unknown, index) => (String(index) === key ? withValueAt(each, below, other) : each));
  const record = (value ?? {}) as Readonly<Record<string, unknown>>;
  return { ...record, [key]: withValueAt(record[key], below, other) };
}
