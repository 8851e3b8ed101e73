export type ViewMode = 'normal' | 'elder';

/** From WeChat's "large" step upward people have asked for larger text already. */
const ELDER_FROM_SCALE = 1.25;

/** The person's own choice wins; without one the elder view follows the size set in WeChat or the browser. */
export function chooseView(stored: unknown, fontScale: number): ViewMode {
  if (stored === 'normal' || stored === 'elder') return stored;
  return fontScale >= ELDER_FROM_SCALE ? 'elder' : 'normal';
}
