/** Calls back when the person presses Escape, and moves the keyboard into the dialogue that has just opened. */
export function onEscape(escaped: () => void): () => void {
  const before = document.activeElement;
  const dialogs = document.querySelectorAll<HTMLElement>('[role="dialog"]');
  dialogs
    .item(dialogs.length - 1)
    ?.querySelector<HTMLElement>('button, input, textarea')
    ?.focus();
  const listener = ({ key }: KeyboardEvent) => {
    if (key === 'Escape') escaped();
  };
  document.addEventListener('keydown', listener);
  return () => {
    document.removeEventListener('keydown', listener);
    if (before instanceof HTMLElement) before.focus();
  };
}
