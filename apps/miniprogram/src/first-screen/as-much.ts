/** What is asked of nobody but whoever is signed in, and what the app is told a moment after its boards. */
const MINE = ['.home-banner__duty', '.order-card'];
/** A glance: the app may have good reasons not to show it. */
const PATIENCE_MS = 500;

/** Goes on when the app's page shows as many of one's own things as the first screen, or after a moment. */
export function whenAsMuch(screen: HTMLElement, goOn: () => void): void {
  const until = Date.now() + PATIENCE_MS;
  const look = () => {
    const there = document.querySelectorAll(MINE.map((each) => `.taro_page_show ${each}`).join()).length;
    if (there >= screen.querySelectorAll(MINE.join()).length || Date.now() > until) goOn();
    else requestAnimationFrame(look);
  };
  look();
}
