// @ts-check
// A process of its own that opens the pictures people send. Whatever a picture does to the decoders (crash, hang, take
// all memory), the API goes on; and this process is given none of its secrets. Plain JavaScript, because a process is
// started from a file as it lies on the disk, in tests as well.
import { readFile, stat } from 'node:fs/promises';
import { setPriority } from 'node:os';
import { fileTypeFromFile } from 'file-type/node';
import decodeHeic from 'heic-decode';
import sharp from 'sharp';

/**
 * @typedef {import('./photo-reader.service.js').Question} Question
 * @typedef {import('./photo-reader.service.js').Answer} Answer
 */

const LARGE = /** @type {const} */ ({ width: 1600, height: 1600, fit: 'inside', withoutEnlargement: true });
const THUMB = { ...LARGE, width: 400, height: 400 };
const SECONDS = 30;

/** @type {Readonly<Record<string, 'plain' | 'heic'>>} */
const KINDS = {
  'image/jpeg': 'plain',
  'image/png': 'plain',
  'image/webp': 'plain',
  'image/heic': 'heic',
  'image/heif': 'heic',
};

// Readers of other formats (SVG, TIFF, PDF …) are never reached, whatever the bytes claim to be.
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({
  operation: ['Jpeg', 'Png', 'Webp'].flatMap((kind) => [`VipsForeignLoad${kind}File`, `VipsForeignLoad${kind}Buffer`]),
});
sharp.cache(false);
sharp.concurrency(1);

// Below the API: people who read come before photos that arrive.
setPriority(10);

process.on('message', (question) => {
  void read(/** @type {Question} */ (question))
    .catch(() => /** @type {Answer} */ ({ refused: 'damaged' }))
    .then((answer) => process.send?.({ ...answer, memory: process.memoryUsage.rss() }));
});
process.on('disconnect', () => process.exit());
process.send?.('ready');

/**
 * @param {Question} question
 * @returns {Promise<Answer>}
 */
async function read({ path, limits }) {
  if ((await stat(path)).size === 0) return { refused: 'damaged' };
  // A file that ends in the middle of its own header makes the detector throw.
  const type = await fileTypeFromFile(path).catch(() => undefined);
  switch (type && KINDS[type.mime]) {
    case 'plain':
      return readPlain(path, limits);
    case 'heic':
      return readHeic(path, limits);
    default:
      return { refused: 'unsupported' };
  }
}

/**
 * @param {string} path
 * @param {Question['limits']} limits
 * @returns {Promise<Answer>}
 */
async function readPlain(path, limits) {
  const source = sharp(path, { failOn: 'truncated', limitInputPixels: false });
  const { width, height, channels, depth, format, isProgressive } = await source.metadata();
  if (width * height > limits.pixels) return { refused: 'too_many_pixels', max: limits.pixels };
  // Pictures are read in strips, except interlaced PNGs, which stand in memory whole.
  const whole = format === 'png' && isProgressive ? width * height * channels * (depth === 'ushort' ? 2 : 1) : 0;
  if (whole > limits.bytes) return { refused: 'too_many_pixels', max: limits.pixels };
  return render(source.autoOrient());
}

/**
 * Phones make HEIC, but its codec (HEVC) is patented and not in sharp's binaries, so libheif decodes it as WebAssembly,
 * upright already.
 * @param {string} path
 * @param {Question['limits']} limits
 * @returns {Promise<Answer>}
 */
async function readHeic(path, limits) {
  const [picture] = await decodeHeic.all({ buffer: await readFile(path) });
  if (!picture) return { refused: 'damaged' };
  const { width, height } = /** @type {typeof picture & { width: number, height: number }} */ (picture);
  if (width * height > limits.heicPixels) return { refused: 'too_many_pixels', max: limits.heicPixels };
  const { data } = await picture.decode();
  return render(sharp(data, { raw: { width, height, channels: 4 } }));
}

/**
 * @param {import('sharp').Sharp} source
 * @returns {Promise<Answer>}
 */
async function render(source) {
  const { data: large, info } = await source
    .resize(LARGE)
    .flatten({ background: '#ffffff' })
    .jpeg({ quality: 80 })
    .timeout({ seconds: SECONDS })
    .toBuffer({ resolveWithObject: true });
  // Made from the large one, so that equal large ones have equal small ones.
  const thumb = await sharp(large).resize(THUMB).jpeg({ quality: 75 }).toBuffer();
  return { photo: { large, thumb, width: info.width, height: info.height } };
}
