const USUAL_ROOT_PX = 16;

/** How much larger than usual the person has set the browser's text. */
export function systemFontScale(): number {
  const root = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
  return Number.isFinite(root) ? root / USUAL_ROOT_PX : 1;
}
