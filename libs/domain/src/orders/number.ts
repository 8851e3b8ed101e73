import { shanghaiDay, startOfShanghaiDay } from '../kernel/shanghai-day.js';

const NUMBER = /^(\d{2})(\d{2})(\d{2})(?:-(\d{1,6})|(\d{6}))$/;

/** `yyMMdd-nnnnnn`: the Shanghai day it was submitted and its place in that day's sequence of the city. */
export function orderNumber(at: Date, sequence: number): string {
  if (!Number.isInteger(sequence) || sequence < 1 || sequence > 999_999) {
    throw new RangeError(`Order sequence out of range: ${sequence}`);
  }
  const noon = new Date(startOfShanghaiDay(shanghaiDay(at)).getTime() + 12 * 3_600_000);
  return `${noon.toISOString().slice(2, 10).replaceAll('-', '')}-${String(sequence).padStart(6, '0')}`;
}

/**
 * The order number a person means: full-width digits, spaces and any dash are understood, the hyphen may be missing,
 * and with a hyphen so may leading zeros (`261122 - 42`). Null when it is no order number.
 */
export function parseOrderNumber(input: string): string | null {
  const text = input
    .normalize('NFKC')
    .replace(/[\s\p{Cf}]/gu, '')
    .replace(/[\p{Pd}−_]/gu, '-');
  const found = NUMBER.exec(text);
  if (!found) return null;
  const [, year = '', month = '', day = '', short, full] = found;
  const sequence = (short ?? full ?? '').padStart(6, '0');
  const date = new Date(Date.UTC(2000 + Number(year), Number(month) - 1, Number(day)));
  const isRealDay = date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day);
  return isRealDay && Number(sequence) > 0 ? `${year}${month}${day}-${sequence}` : null;
}
