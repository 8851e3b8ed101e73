import { stat } from 'node:fs/promises';
import { fileTypeFromFile } from 'file-type/node';
import sharp, { type Sharp } from 'sharp';
import { Gate } from './gate.js';
import { decodeHeic } from './heic.js';
import { damaged, tooManyPixels, unsupported } from './photo-problems.js';

export interface Photo {
  /** JPEG, longer side at most 1600 px. */
  readonly large: Buffer;
  /** JPEG, longer side at most 400 px; made from `large`, so that equal large ones have equal small ones. */
  readonly thumb: Buffer;
  /** Of `large`. */
  readonly width: number;
  readonly height: number;
}

type Kind = 'jpeg' | 'png' | 'webp' | 'heic';

const KINDS: Readonly<Record<string, Kind>> = {
  'image/jpeg': 'jpeg',
  'image/png': 'png',
  'image/webp': 'webp',
  'image/heic': 'heic',
  'image/heif': 'heic',
};

/** Cameras of 50 megapixels (8192 × 6144) fit. */
const MAX_PIXELS = 51_000_000;
const TIMEOUT_SECONDS = 30;
const LARGE = { width: 1600, height: 1600, fit: 'inside', withoutEnlargement: true } as const;
const THUMB = { ...LARGE, width: 400, height: 400 } as const;

// Most photos are read in strips and cost some 40 MB; one of these must stand in memory whole (up to 500 MB) and is
// worked on alone.
const HEAVY_PIXELS = 12_000_000;
const gate = new Gate(2);
const LIGHT = 1;
const HEAVY = 2;

// Readers of other formats (SVG, TIFF, PDF …) are never reached, whatever the bytes claim to be.
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({
  operation: ['Jpeg', 'Png', 'Webp'].flatMap((kind) => [`VipsForeignLoad${kind}File`, `VipsForeignLoad${kind}Buffer`]),
});
sharp.cache(false);
sharp.concurrency(1);

/**
 * Reads a picture somebody sent and makes ours from its pixels: upright, without EXIF (place, time, camera) or
 * anything else that was in the file. What the file is called or claims to be does not matter.
 * @throws Problem 415 `file.type_unsupported`, 422 `file.damaged`, 422 `file.too_many_pixels`
 */
export async function readPhoto(path: string): Promise<Photo> {
  const kind = await kindOf(path);
  if (kind === 'heic') return gate.run(HEAVY, async () => render(await decodeHeic(path)));
  const source = sharp(path, { failOn: 'truncated', limitInputPixels: false });
  const { width, height, isProgressive } = await source.metadata().catch(() => Promise.reject(damaged()));
  if (width * height > MAX_PIXELS) throw tooManyPixels(MAX_PIXELS);
  const whole = isProgressive && width * height > HEAVY_PIXELS;
  return gate.run(whole ? HEAVY : LIGHT, () => render(source.autoOrient()));
}

async function kindOf(path: string): Promise<Kind> {
  if ((await stat(path)).size === 0) throw damaged();
  // A file that ends in the middle of its own header makes the detector throw.
  const type = await fileTypeFromFile(path).catch(() => undefined);
  const kind = type && KINDS[type.mime];
  if (!kind) throw unsupported();
  return kind;
}

async function render(source: Sharp): Promise<Photo> {
  try {
    const { data: large, info } = await source
      .resize(LARGE)
      .flatten({ background: '#ffffff' })
      .jpeg({ quality: 80 })
      .timeout({ seconds: TIMEOUT_SECONDS })
      .toBuffer({ resolveWithObject: true });
    const thumb = await sharp(large).resize(THUMB).jpeg({ quality: 75 }).toBuffer();
    return { large, thumb, width: info.width, height: info.height };
  } catch {
    throw damaged();
  }
}
