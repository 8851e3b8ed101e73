/** Opens the dialler with a number. */
export function call(phone: string): void {
  window.location.href = `tel:${phone}`;
}
