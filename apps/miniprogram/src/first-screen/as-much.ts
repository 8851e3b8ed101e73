/** One's own things: the app may have its boards a moment before them. */
const MINE = ['.home-banner__duty', '.order-card'];
/** Longer is not waited: the app may have good reasons not to show one of them. */
const PATIENCE_MS = 500;

/** Goes on when the app's page shows as many of one's own things as the first screen, or after a moment. */
export function whenAsMuch(screen: HTMLElement, goOn: () => void): void {
  const until = performance.now() + PATIENCE_MS;
  const look = () => {
    const there = document.querySelectorAll(MINE.map((each) => `.taro_page_show ${each}`).join()).length;
    if (there >= screen.querySelectorAll(MINE.join()).length || performance.now() > until) goOn();
    else requestAnimationFrame(look);
  };
  look();
}
