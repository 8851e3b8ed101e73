import { Worker } from 'node:worker_threads';
import type { Sharp } from 'sharp';
import sharp from 'sharp';
import { damaged, tooManyPixels } from './photo-problems.js';

/** Three times what 25 megapixels take on a slow machine. */
const TIMEOUT_MS = 30_000;

/** What the standard settings of phones make (24 MP) fits; decoding needs about 14 bytes a pixel, unlike the other kinds. */
const MAX_PIXELS = 25_000_000;

type Answer =
  | { readonly tooManyPixels: true }
  | { readonly width: number; readonly height: number; readonly data: Uint8ClampedArray<ArrayBuffer> };

/**
 * The pixels of a HEIC picture, upright already. Phones make HEIC, but its codec (HEVC) is patented and not in sharp's
 * binaries, so libheif decodes it as WebAssembly.
 * @throws Problem 422
 */
export async function decodeHeic(path: string, maxPixels = MAX_PIXELS): Promise<Sharp> {
  const answer = await inThread(path, maxPixels);
  if ('tooManyPixels' in answer) throw tooManyPixels(maxPixels);
  const { width, height, data } = answer;
  return sharp(Buffer.from(data.buffer, data.byteOffset, data.byteLength), { raw: { width, height, channels: 4 } });
}

/**
 * Whatever ends the thread without an answer (an error, the clock) means that the picture cannot be read; unless the
 * decoder itself is not there, which no person should be told to photograph again for.
 */
async function inThread(path: string, maxPixels: number): Promise<Answer> {
  const worker = new Worker(new URL('./heic.worker.mjs', import.meta.url), {
    workerData: { path, maxPixels },
    // The decoder prints what it dislikes about a picture; the person is told in our words instead.
    stdout: true,
    stderr: true,
  });
  let timer: NodeJS.Timeout | undefined;
  try {
    return await new Promise<Answer>((resolve, reject) => {
      worker.once('message', resolve);
      worker.once('error', (error) => reject(isMissingModule(error) ? error : damaged()));
      worker.once('exit', () => reject(damaged()));
      timer = setTimeout(() => reject(damaged()), TIMEOUT_MS);
    });
  } finally {
    clearTimeout(timer);
    await worker.terminate();
  }
}

const isMissingModule = (error: Error): boolean => 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND';
