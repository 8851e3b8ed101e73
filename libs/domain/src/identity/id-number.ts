const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;
const CHECK_DIGITS = '10X98765432';
/** First two digits of the province-level divisions (GB/T 2260), with 81–83 for residents from Hong Kong, Macao, Taiwan. */
const PROVINCES = /^(1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3]|91)/;

/** Check digit of the first 17 digits (GB 11643-1999, ISO 7064 MOD 11-2). */
export function idCheckDigit(first17: string): string {
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(first17[index]), 0);
  return CHECK_DIGITS.charAt(sum % 11);
}

/** A citizen identity number (公民身份号码) whose place, date of birth and check digit are possible. */
export function isValidIdNumber(value: string): boolean {
  const found = /^\d{6}(\d{4})(\d{2})(\d{2})\d{3}[\dX]$/.exec(value.toUpperCase());
  if (!found || !PROVINCES.test(value)) return false;
  const [, year, month, day] = found.map(Number);
  const birth = new Date(Date.UTC(year ?? 0, (month ?? 0) - 1, day));
  const isRealDay = birth.getUTCFullYear() === year && birth.getUTCMonth() + 1 === month && birth.getUTCDate() === day;
  return isRealDay && (year ?? 0) >= 1900 && idCheckDigit(value) === value.toUpperCase().charAt(17);
}
