/** A mainland mobile number, eleven digits, as stored: no prefix, no separators. */
export function isValidPhone(value: string): boolean {
  return /^1[3-9]\d{9}$/.test(value);
}
