import { toGcj02 } from './gcj02.js';

/** Where the person stands (GCJ-02), or why that cannot be said, in a sentence that shows another way. */
export type Located =
  { readonly ok: true; readonly lng: number; readonly lat: number } | { readonly ok: false; readonly words: string };

const PATIENCE_MS = 10_000;
const PERMISSION_DENIED = 1;

/** Asks the browser; it asks the person. */
export function locate(): Promise<Located> {
  return new Promise((resolve) => {
    // Browsers give no position to pages that came without encryption.
    if (!('geolocation' in navigator) || !window.isSecureContext) {
      resolve({ ok: false, words: '这里用不了定位，请在下面写清楚地点。' });
      return;
    }
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => resolve({ ok: true, ...toGcj02({ lng: coords.longitude, lat: coords.latitude }) }),
      ({ code }) =>
        resolve({
          ok: false,
          words:
            code === PERMISSION_DENIED
              ? '您没有允许定位，没关系，在下面写清楚地点就行。'
              : '暂时定不了位，请在下面写清楚地点。',
        }),
      { enableHighAccuracy: true, timeout: PATIENCE_MS, maximumAge: 60_000 },
    );
  });
}
