import Taro from '@tarojs/taro';

/** What was kept on this device under `key`, or `undefined`; nothing is promised to survive. */
export function readStored(key: string): unknown {
  try {
    const value: unknown = Taro.getStorageSync(key);
    return value === '' ? undefined : value;
  } catch {
    return undefined;
  }
}

/** Keeps a preference on this device. A full or forbidden store loses it silently: the screen has changed already. */
export function keepStored(key: string, value: string): void {
  try {
    Taro.setStorageSync(key, value);
  } catch {
    // Private windows refuse to store; the choice then lasts until the page is closed.
  }
}
