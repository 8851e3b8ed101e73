import { deflateSync } from 'node:zlib';
import sharp, { type Sharp } from 'sharp';

/** Noise, so that the file has a size worth cutting short. */
export const noise = (width = 320, height = 240): Sharp =>
  sharp({
    create: { width, height, channels: 3, background: '#888', noise: { type: 'gaussian', mean: 128, sigma: 40 } },
  });

export const plain = (width: number, height: number, background = '#2040c0'): Sharp =>
  sharp({ create: { width, height, channels: 3, background } });

/** Left half red, right half blue, with camera and place in its EXIF, and lying on its side when `orientation` says so. */
export async function redAndBlue(width = 64, height = 48, orientation = 1): Promise<Sharp> {
  const half = await plain(width / 2, height, '#c02020')
    .png()
    .toBuffer();
  const composed = await plain(width, height)
    .composite([{ input: half, left: 0, top: 0 }])
    .png()
    .toBuffer();
  return sharp(composed)
    .withMetadata({ orientation })
    .withExif({
      IFD0: { Make: 'Linshao' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '31/1 46/1 0/1', GPSLongitudeRef: 'E', GPSLongitude: '119/1 58/1 0/1' },
    });
}

/**
 * The picture above as HEIC, 64 × 48, with the same EXIF. Made once with Debian's libheif-examples from its JPEG
 * (quality 95): `heif-enc -q 50 picture.jpg -o picture.heic`. Nothing that npm offers can write HEIC.
 */
export const HEIC = Buffer.from(
  'AAAAHGZ0eXBoZWljAAAAAG1pZjFoZWljbWlhZgAAAeFtZXRhAAAAAAAAACFoZGxyAAAAAAAAAABwaWN0AAAAAAAAAAAAAAAAAAAAAA5waXRtAAAAAAACAAAAEGlkYXQAAAAAAEAAMAAAAExpbG9jAQAAAERAAAMAAQAAAAAAAAIFAAEAAAAAAAAAUgACAAEAAAAAAAAAAQAAAAAAAAAIAAMAAAAAAAACVwABAAAAAAAAAT4AAABNaWluZgAAAAAAAwAAABVpbmZlAgAAAQABAABodmMxAAAAABVpbmZlAgAAAAACAABncmlkAAAAABVpbmZlAgAAAQADAABFeGlmAAAAANVpcHJwAAAAs2lwY28AAABzaHZjQwEDcAAAAAAAAAAAAB7wAPz9+PgAAA8DIAABABhAAQwB//8DcAAAAwCQAAADAAADAB66AkAhAAEAJ0IBAQNwAAADAJAAAAMAAAMAHqAggQWW6uSmubAgAAADACAAAAMAISIAAQAGRAHBc8CJAAAAFGlzcGUAAAAAAAAAQAAAAEAAAAAUaXNwZQAAAAAAAABAAAAAMAAAABBwaXhpAAAAAAMICAgAAAAaaXBtYQAAAAAAAAACAAECgQIAAgIDhAAAAChpcmVmAAAAAAAAAA5kaW1nAAIAAQABAAAADmNkc2MAAwABAAIAAAGYbWRhdAAAAE4oAa8TgPUngT//4P1H/7c+eH3dMyGARA/+Oc3wtnHLGcP859z11qc2s1de+0EV3dpqwUOOefhd+pA26nfGKwQE7mM4UxQnhoiXmQ+1sW4AAAAASUkqAAgAAAAIAA8BAgAIAAAAfgAAABIBAwABAAAAAQAAABoBBQABAAAAbgAAABsBBQABAAAAdgAAACgBAwABAAAAAgAAABMCAwABAAAAAQAAAGmHBAABAAAAhgAAACWIBAABAAAA1AAAAAAAAAA4YwAA6AMAADhjAADoAwAATGluc2hhbwAGAACQBwAEAAAAMDIxMAGRBwAEAAAAAQIDAACgBwAEAAAAMDEwMAGgAwABAAAA//8AAAKgBAABAAAAQAAAAAOgBAABAAAAMAAAAAAAAAAEAAEAAgACAAAATgAAAAIABQADAAAAIgEAAAMAAgACAAAARQAAAAQABQADAAAACgEAAAAAAAB3AAAAAQAAADoAAAABAAAAAAAAAAEAAAAfAAAAAQAAAC4AAAABAAAAAAAAAAEAAAA=',
  'base64',
);

/** A few hundred bytes that claim to be a picture of any size: what opens them without looking takes gigabytes. */
export function pngClaiming(width: number, height: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const body = deflateSync(Buffer.alloc(100_000));
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', header),
    chunk('IDAT', body),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(name: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const [length, checksum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  checksum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, checksum]);
}

function crc32(bytes: Buffer): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return (crc ^ 0xffffffff) >>> 0;
}
