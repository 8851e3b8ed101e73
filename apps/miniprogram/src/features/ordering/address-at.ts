/**
 * The words that say where, once a code of a place has been scanned: the code's own; where it has none, what somebody typed
 * stays, and what the code before it said does not.
 */
export const addressAt = (spot: string, written: string, before: string): string =>
  spot !== '' ? spot : written === before ? '' : written;
