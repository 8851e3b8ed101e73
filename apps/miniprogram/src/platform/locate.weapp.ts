import Taro from '@tarojs/taro';

/** Where the person stands (GCJ-02), or why that cannot be said, in a sentence that shows another way. */
export type Located =
  { readonly ok: true; readonly lng: number; readonly lat: number } | { readonly ok: false; readonly words: string };

/** Asks WeChat, which shows its privacy dialogue and asks the person. */
export async function locate(): Promise<Located> {
  try {
    const { longitude, latitude } = await Taro.getLocation({ type: 'gcj02' });
    return { ok: true, lng: longitude, lat: latitude };
  } catch (error) {
    const message = error instanceof Object && 'errMsg' in error ? String(error.errMsg) : '';
    const refused = /auth|deny|privacy/i.test(message);
    return {
      ok: false,
      words: refused
        ? '您没有允许定位，没关系，在下面写清楚地点就行。想用定位，可在右上角“…”的设置里打开。'
        : '暂时定不了位，请在下面写清楚地点。',
    };
  }
}
