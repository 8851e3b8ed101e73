const STOPS = 'button:not([disabled]), input:not([disabled]), textarea:not([disabled])';

/**
 * Moves the keyboard into the dialogue that has just opened and keeps it there; calls back when the person presses Escape.
 * Afterwards the keyboard is where it was before.
 */
export function onEscape(escaped: () => void): () => void {
  const before = document.activeElement;
  const dialog = [...document.querySelectorAll<HTMLElement>('[role="dialog"]')].at(-1);
  const leave = dialog === undefined ? undefined : enter(dialog);
  const listener = (event: KeyboardEvent) => {
    if (event.key === 'Escape') escaped();
    if (event.key === 'Tab' && dialog !== undefined) stayInside(dialog, event);
  };
  document.addEventListener('keydown', listener);
  return () => {
    document.removeEventListener('keydown', listener);
    leave?.();
    if (before instanceof HTMLElement) before.focus();
  };
}

/**
 * Puts the keyboard on the first stop. Taro's elements move their children once they have loaded, which takes it away again: until
 * the person has done something, it is put back.
 */
function enter(dialog: HTMLElement): () => void {
  const first = () => dialog.querySelector<HTMLElement>(STOPS)?.focus();
  const again = () =>
    requestAnimationFrame(() => {
      if (document.activeElement === document.body && dialog.isConnected) first();
    });
  const leave = () => {
    dialog.removeEventListener('focusout', again);
    for (const doing of ['keydown', 'pointerdown']) document.removeEventListener(doing, leave, true);
  };
  dialog.addEventListener('focusout', again);
  for (const doing of ['keydown', 'pointerdown']) document.addEventListener(doing, leave, true);
  first();
  return leave;
}

/** From the last stop on to the first one, and back: what lies beneath a dialogue cannot be used now. */
function stayInside(dialog: HTMLElement, event: KeyboardEvent): void {
  const stops = [...dialog.querySelectorAll<HTMLElement>(STOPS)];
  const [edge, other] = event.shiftKey ? [stops[0], stops.at(-1)] : [stops.at(-1), stops[0]];
  const at = document.activeElement;
  if (at !== edge && dialog.contains(at)) return;
  event.preventDefault();
  other?.focus();
}
