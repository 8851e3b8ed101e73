/** Dials: the phone asks before it calls. */
export function call(phone: string): void {
  window.location.href = `tel:${phone}`;
}
