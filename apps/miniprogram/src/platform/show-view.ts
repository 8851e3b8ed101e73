import './browser-frame.css';

/** Tells what lies outside the pages (the tab bar, in a browser) which view the person chose. */
export function showView(elder: boolean): void {
  document.documentElement.classList.toggle('elder-view', elder);
  // Taro's own element says nothing of what it is.
  document.querySelector('taro-tabbar')?.setAttribute('role', 'navigation');
}
