import Taro from '@tarojs/taro';

/** A photo chosen on this device, not sent yet. */
export interface PickedPhoto {
  /** Where the device shows it from. */
  readonly path: string;
  /** What a browser sends; WeChat sends by path. */
  readonly blob?: Blob;
}

/** Above this size (bytes) a photo is compressed once more; WeChat's own step often leaves 3 MB. */
const LARGE = 1024 * 1024;
const QUALITY = 80;

/** Lets the person choose photos. None chosen, or not allowed, is an empty list. */
export async function pickPhotos(most: number): Promise<PickedPhoto[]> {
  try {
    const { tempFiles } = await Taro.chooseMedia({
      count: Math.min(9, most),
      mediaType: ['image'],
      sizeType: ['compressed'],
    });
    return await Promise.all(tempFiles.map(({ tempFilePath, size }) => compressed(tempFilePath, size)));
  } catch {
    return [];
  }
}

async function compressed(path: string, size: number): Promise<PickedPhoto> {
  if (size <= LARGE) return { path };
  return Taro.compressImage({ src: path, quality: QUALITY }).then(
    ({ tempFilePath }) => ({ path: tempFilePath }),
    () => ({ path }),
  );
}
