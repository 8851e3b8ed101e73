// What index.html does by itself, before the app has come: it names the files of the page that is opened, so that they
// arrive together with the app's, and shows the home page if that is the one. Built into index.html by config/first-screen.
import { PAGE_FILES } from './page-files.js';
import { HOME, pageOf } from './page-of.js';
import { showHome } from './show-home.js';

const page = pageOf(window.location.hash);
for (const file of PAGE_FILES[page] ?? []) {
  const link = document.createElement('link');
  link.rel = 'preload';
  link.as = file.endsWith('.css') ? 'style' : 'script';
  link.href = file;
  document.head.append(link);
}
if (page === HOME) showHome();
