import { showToast } from '../platform/show-toast.js';

const SHOWN_MS = 2500;

/** One short sentence that something was done; goes by itself. What matters stands on the page as well. */
export function toast(title: string): void {
  showToast(title, SHOWN_MS);
}
