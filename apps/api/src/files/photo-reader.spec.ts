import childProcess, { type ChildProcess } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import sharp from 'sharp';
import { Problem } from '../platform/http/problem.js';
import { type Photo, PhotoReader } from './photo-reader.service.js';
import { HEIC, noise, plain, pngClaiming, redAndBlue } from './testing/pictures.js';

const reader = new PhotoReader();
type Limits = Parameters<PhotoReader['read']>[1];
let folder: string;
beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), 'linshao-photo-'))));
afterAll(async () => {
  reader.onApplicationShutdown();
  await rm(folder, { recursive: true });
});

/** Named as wrongly as possible: only the content counts. */
async function read(bytes: Buffer, limits?: Limits): Promise<Photo> {
  const path = join(folder, `${Math.random()}.svg`);
  await writeFile(path, bytes);
  return reader.read(path, limits);
}

const codeOf = (bytes: Buffer, limits?: Limits): Promise<string> =>
  read(bytes, limits).then(
    () => 'read',
    (error: unknown) => (error instanceof Problem ? `${error.status} ${error.code}` : String(error)),
  );

async function colourAt(jpeg: Buffer, left: number, top: number): Promise<'red' | 'blue' | 'other'> {
  const [r = 0, g = 0, b = 0] = await sharp(jpeg).extract({ left, top, width: 1, height: 1 }).raw().toBuffer();
  return r > 120 && b < 90 && g < 90 ? 'red' : b > 120 && r < 90 ? 'blue' : 'other';
}

describe('a photo that arrives', () => {
  it.each(['jpeg', 'png', 'webp'] as const)('is read from %s by its content', async (kind) => {
    const { width, height, large } = await read(await (await redAndBlue()).toFormat(kind).toBuffer());
    expect([width, height]).toEqual([64, 48]);
    expect(await colourAt(large, 5, 24)).toBe('red');
    expect(await colourAt(large, 58, 24)).toBe('blue');
  });

  it('is read from HEIC', async () => {
    const { width, height, large } = await read(HEIC);
    expect([width, height]).toEqual([64, 48]);
    expect(await colourAt(large, 5, 24)).toBe('red');
    expect(await colourAt(large, 58, 24)).toBe('blue');
  });

  it('becomes two JPEGs, the long side at most 1600 and 400 pixels, never enlarged', async () => {
    const { large, thumb, width, height } = await read(await plain(1200, 3200).jpeg().toBuffer());
    expect([width, height]).toEqual([600, 1600]);
    expect(await sharp(large).metadata()).toMatchObject({ format: 'jpeg', width: 600, height: 1600 });
    expect(await sharp(thumb).metadata()).toMatchObject({ format: 'jpeg', width: 150, height: 400 });
    expect(await read(await plain(30, 20).png().toBuffer())).toMatchObject({ width: 30, height: 20 });
  });

  it('stands upright, whichever way the camera was held', async () => {
    const { width, height, large } = await read(await (await redAndBlue(64, 48, 6)).jpeg().toBuffer());
    expect([width, height]).toEqual([48, 64]);
    expect(await colourAt(large, 24, 5)).toBe('red');
    expect(await colourAt(large, 24, 58)).toBe('blue');
  });

  it.each([
    ['JPEG', async () => (await redAndBlue()).jpeg().toBuffer()],
    ['PNG', async () => (await redAndBlue()).png().toBuffer()],
    ['WebP', async () => (await redAndBlue()).webp().toBuffer()],
    ['HEIC', async () => HEIC],
  ])('loses camera and place (%s)', async (_, make) => {
    const sent = await make();
    expect(sent.includes('Linshao')).toBe(true);
    const { large, thumb } = await read(sent);
    for (const kept of [large, thumb]) {
      expect(kept.includes('Linshao')).toBe(false);
      expect(kept.includes('Exif')).toBe(false);
      const { exif, xmp, iptc, icc } = await sharp(kept).metadata();
      expect({ exif, xmp, iptc, icc }).toEqual({});
    }
  });

  it('loses whatever was hidden behind its pixels', async () => {
    const sent = Buffer.concat([
      await plain(40, 40).jpeg().toBuffer(),
      Buffer.from('PK\x03\x04<script>alert(1)</script>'),
    ]);
    const { large, thumb } = await read(sent);
    expect(large.includes('script')).toBe(false);
    expect(thumb.includes('script')).toBe(false);
  });

  it('shows what was transparent as white', async () => {
    const clear = sharp({ create: { width: 10, height: 10, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } } });
    const { large } = await read(await clear.png().toBuffer());
    expect([...(await sharp(large).extract({ left: 5, top: 5, width: 1, height: 1 }).raw().toBuffer())]).toEqual([
      255, 255, 255,
    ]);
  });

  it('gives the same bytes for the same photo', async () => {
    const sent = await noise().jpeg().toBuffer();
    expect(await read(sent)).toEqual(await read(sent));
  });
});

describe('what is no photo', () => {
  it.each([
    ['SVG', '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"><rect width="10" height="10"/></svg>'],
    ['XML', '<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]><svg>&x;</svg>'],
    ['PDF', '%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj'],
    ['HTML', '<!doctype html><script>alert(1)</script>'],
    ['GIF that is also a script', 'GIF89a/*\x01\x00\x01\x00*/=1;alert(1)//;'],
    ['ZIP', 'PK\x03\x04\x14\x00\x00\x00\x00\x00'],
    ['text', 'photo.jpg 照片𠮷'],
    ['one byte', '\xff'],
    ['the start of a JPEG', '\xff\xd8'],
  ])('%s is refused as of another type', async (_, text) => {
    expect(await codeOf(Buffer.from(text, 'latin1'))).toBe('415 file.type_unsupported');
  });

  it('other kinds of picture are refused', async () => {
    expect(await codeOf(await plain(8, 8).avif().toBuffer())).toBe('415 file.type_unsupported');
    expect(await codeOf(await plain(8, 8).gif().toBuffer())).toBe('415 file.type_unsupported');
    expect(await codeOf(await plain(8, 8).tiff().toBuffer())).toBe('415 file.type_unsupported');
  });

  it('nothing at all is damaged', async () => {
    expect(await codeOf(Buffer.alloc(0))).toBe('422 file.damaged');
  });

  it.each([0.1, 0.5, 0.9, 0.99])('a photo cut short at %d of its length is damaged', async (part) => {
    const cut = (whole: Buffer) => codeOf(whole.subarray(0, Math.floor(whole.length * part)));
    expect(await cut(await noise().jpeg().toBuffer())).toBe('422 file.damaged');
    expect(await cut(await noise().jpeg({ progressive: true }).toBuffer())).toBe('422 file.damaged');
    expect(await cut(await noise().png().toBuffer())).toBe('422 file.damaged');
    expect(await cut(await noise().webp().toBuffer())).toBe('422 file.damaged');
    expect(await cut(HEIC)).toBe('422 file.damaged');
  });

  it('a file that only begins like a photo is damaged', async () => {
    const jpeg = await plain(40, 40).jpeg().toBuffer();
    expect(await codeOf(Buffer.concat([jpeg.subarray(0, 20), Buffer.alloc(5_000, 0x41)]))).toBe('422 file.damaged');
    expect(await codeOf(Buffer.concat([HEIC.subarray(0, 40), Buffer.alloc(5_000, 0x41)]))).toBe('422 file.damaged');
    expect(await codeOf(pngClaiming(4_000, 3_000))).toBe('422 file.damaged');
  });

  it.each([
    [100_000, 100_000],
    [2 ** 31 - 1, 2 ** 31 - 1],
    [60_000, 1_000],
  ])('a PNG that claims %d × %d pixels is refused before it is opened', async (width, height) => {
    const started = performance.now();
    expect(await codeOf(pngClaiming(width, height))).toMatch(/^422 file\.(too_many_pixels|damaged)$/);
    expect(performance.now() - started).toBeLessThan(2_000);
  });

  it('a picture of more than 51 megapixels is refused, one of a 50 megapixel camera is not', async () => {
    expect(await codeOf(await plain(8_193, 6_300).png().toBuffer())).toBe('422 file.too_many_pixels');
    expect(await codeOf(await plain(8_192, 6_144).jpeg({ progressive: true }).toBuffer())).toBe('read');
  });

  it('a HEIC may have fewer pixels, since each costs more', async () => {
    const limits = { pixels: 1e9, heicPixels: 64 * 48 - 1, bytes: 1e9 };
    expect(await codeOf(HEIC, limits)).toBe('422 file.too_many_pixels');
    expect(await codeOf(HEIC, { ...limits, heicPixels: 64 * 48 })).toBe('read');
  });

  it('a PNG that would have to stand in memory whole may be smaller', async () => {
    const limits = { pixels: 1e9, heicPixels: 1e9, bytes: 40 * 40 * 3 - 1 };
    const interlaced = await plain(40, 40).png({ progressive: true }).toBuffer();
    expect(await codeOf(interlaced, limits)).toBe('422 file.too_many_pixels');
    expect(await codeOf(await plain(40, 40).png().toBuffer(), limits)).toBe('read');
  });

  it('a HEIC that states another size than its pixels have is damaged', async () => {
    const lying = Buffer.from(HEIC);
    const size = lying.indexOf('ispe') + 8;
    lying.writeUInt32BE(8_000, size);
    lying.writeUInt32BE(6_000, size + 4);
    expect(await codeOf(lying)).toBe('422 file.damaged');
  });
});

describe('the process that opens photos', () => {
  const resting = () => [...reader['idle'].keys()];
  const kill = (child: ChildProcess | undefined) => {
    const ended = new Promise((resolve) => child?.once('exit', resolve));
    child?.kill('SIGKILL');
    return ended;
  };

  it('is used again, and there are never more than two', async () => {
    const bytes = await plain(60, 60).png().toBuffer();
    await Promise.all(Array.from({ length: 12 }, () => read(bytes)));
    const before = resting();
    expect(before).toHaveLength(2);
    await read(bytes);
    expect(new Set(resting())).toEqual(new Set(before));
  });

  it('may die while it rests: the next photo gets a new one', async () => {
    const bytes = await plain(60, 60).png().toBuffer();
    await Promise.all(resting().map(kill));
    expect(await codeOf(bytes)).toBe('read');
  });

  it('that dies over a photo says that the photo is damaged, and the next one is read', async () => {
    const [working] = resting();
    const slow = codeOf(await plain(8_000, 6_000).png({ progressive: true }).toBuffer());
    while (resting().includes(working as ChildProcess)) await pause(5);
    await kill(working);
    expect(await slow).toBe('422 file.damaged');
    expect(await codeOf(HEIC)).toBe('read');
  });

  it('is told nothing of our environment', async () => {
    const fork = jest.spyOn(childProcess, 'fork');
    await Promise.all(resting().map(kill));
    await read(await plain(60, 60).png().toBuffer());
    expect(fork.mock.calls.map(([, , options]) => options?.env)).toEqual([{ MALLOC_ARENA_MAX: '2' }]);
    fork.mockRestore();
  });
});
