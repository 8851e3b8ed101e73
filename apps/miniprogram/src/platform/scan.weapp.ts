import Taro from '@tarojs/taro';

/** Whether a code can be scanned from inside the app. */
export const canScan = true;

/** What a code says that the person points the camera at or picks from their pictures; null when they changed their mind. */
export async function scan(): Promise<string | null> {
  try {
    return (await Taro.scanCode({ scanType: ['qrCode'] })).result;
  } catch {
    return null;
  }
}
