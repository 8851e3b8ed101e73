const DAY_MS = 86_400_000;

/** The smallest id of a moment: UUIDv7 carry the time they were made at. */
export function idAt(ms: number): string {
  const hex = Math.max(0, ms).toString(16).padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-000000000000`;
}

/**
 * An id that nothing written after the oldest of these is below, to spare the partitions before it. Ids are made by machines,
 * and a machine's clock may be a day wrong where the database's judges the time.
 */
export function floorOf(ids: readonly string[]): string {
  const oldest = [...ids].sort()[0];
  return oldest ? idAt(Number.parseInt(oldest.replaceAll('-', '').slice(0, 12), 16) - 3 * DAY_MS) : idAt(0);
}
