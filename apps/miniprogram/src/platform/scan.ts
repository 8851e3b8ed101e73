/** Nothing to scan with inside a page: the phone's own camera opens what a code says. */
export const canScan = false;

export const scan = (): Promise<string | null> => Promise.resolve(null);
