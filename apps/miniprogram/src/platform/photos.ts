/** A photo chosen on this device, not sent yet. */
export interface PickedPhoto {
  /** Where the device shows it from. */
  readonly path: string;
  /** What a browser sends; WeChat sends by path. */
  readonly blob?: Blob;
}

/** Longest side after compression: more than any screen shows, a tenth of what phones take. */
const LONGEST_PX = 2048;
const QUALITY = 0.85;

/** Lets the person choose photos. None chosen is an empty list. */
export function pickPhotos(most: number): Promise<PickedPhoto[]> {
  return new Promise((resolve) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.accept = 'image/jpeg,image/png,image/webp,image/heic,image/heif';
    input.multiple = most > 1;
    input.style.display = 'none';
    // Tests reach it, and some browsers drop what is not in the page.
    document.body.append(input);
    const finish = (files: readonly File[]) => {
      input.remove();
      void Promise.all(files.slice(0, most).map(compressed)).then(resolve);
    };
    input.addEventListener('change', () => finish([...(input.files ?? [])]));
    input.addEventListener('cancel', () => finish([]));
    input.click();
  });
}

async function compressed(file: File): Promise<PickedPhoto> {
  const blob = (await smaller(file).catch(() => null)) ?? file;
  return { path: URL.createObjectURL(blob), blob };
}

/** A smaller JPEG, or null when the browser cannot read the photo (HEIC) or it would not get smaller. */
async function smaller(file: File): Promise<Blob | null> {
  const image = await createImageBitmap(file);
  const scale = Math.min(1, LONGEST_PX / Math.max(image.width, image.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(image.width * scale);
  canvas.height = Math.round(image.height * scale);
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', QUALITY));
  return blob !== null && blob.size < file.size ? blob : null;
}
