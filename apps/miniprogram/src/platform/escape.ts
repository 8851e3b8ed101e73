const STOPS = 'button:not([disabled]), input:not([disabled]), textarea:not([disabled])';

/**
 * Moves the keyboard into the dialogue that has just opened and keeps it there; calls back when the person presses Escape.
 * Afterwards the keyboard is where it was before.
 */
export function onEscape(escaped: () => void): () => void {
  const before = document.activeElement;
  const dialog = [...document.querySelectorAll<HTMLElement>('[role="dialog"]')].at(-1);
  dialog?.querySelector<HTMLElement>(STOPS)?.focus();
  const listener = (event: KeyboardEvent) => {
    if (event.key === 'Escape') escaped();
    if (event.key === 'Tab' && dialog !== undefined) stayInside(dialog, event);
  };
  document.addEventListener('keydown', listener);
  return () => {
    document.removeEventListener('keydown', listener);
    if (before instanceof HTMLElement) before.focus();
  };
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
