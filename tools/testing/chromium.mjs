import { existsSync } from 'node:fs';
import { findProgram } from '../processes.mjs';

const MAC = ['Google Chrome', 'Chromium'].map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`);

/** A browser to look at the pages with: CHROMIUM_PATH, or whatever is installed. Null when there is none. */
export function findChromium() {
  const named = process.env.CHROMIUM_PATH;
  if (named) return named;
  const found = findProgram('chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable');
  return found ?? MAC.find((path) => existsSync(path)) ?? null;
}
