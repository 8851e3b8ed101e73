import { inflateRawSync } from 'node:zlib';
import { MOST_UNPACKED_BYTES } from './limits.js';
import { refused, tooLarge } from './sheet-refused.js';

const LOCAL_HEADER = 0x04034b50;
const DESCRIPTOR = 0x08074b50;
const MOST_PARTS = 2_000;

export interface Part {
  readonly name: string;
  readonly bytes: Buffer;
}

const damaged = () => refused('import.damaged', '文件已损坏，无法打开；请用表格软件重新保存后再试');
const bomb = () => tooLarge('文件展开后太大了；请删去图片和空白行列，或分成几个文件');

/**
 * The parts of a ZIP archive (an .xlsx is one) that `wanted` names. What counts is what really comes out: sizes that an
 * archive claims about itself are not believed, and unpacking stops at the limit, so a bomb costs no more than its limit.
 * @throws SheetRefused
 */
export function unpack(archive: Buffer, wanted: (name: string) => boolean, limit = MOST_UNPACKED_BYTES): Part[] {
  const parts: Part[] = [];
  let left = limit;
  let at = 0;
  for (let count = 0; at + 30 <= archive.length && archive.readUInt32LE(at) === LOCAL_HEADER; count += 1) {
    if (count >= MOST_PARTS) throw bomb();
    const flags = archive.readUInt16LE(at + 6);
    const method = archive.readUInt16LE(at + 8);
    const packedSize = archive.readUInt32LE(at + 18);
    const nameEnd = at + 30 + archive.readUInt16LE(at + 26);
    const start = nameEnd + archive.readUInt16LE(at + 28);
    // Bit 0: encrypted.
    if (flags & 1 || start > archive.length) throw damaged();
    const name = archive.toString('utf8', at + 30, nameEnd);
    const { bytes, size } =
      method === 8 ? inflate(archive.subarray(start), left) : stored(archive, start, packedSize, flags, method);
    left -= bytes.length;
    if (left < 0) throw bomb();
    if (wanted(name)) parts.push({ name, bytes });
    at = start + size;
    // Bit 3: sizes follow the data instead of preceding it.
    if (flags & 8) at += archive.length >= at + 4 && archive.readUInt32LE(at) === DESCRIPTOR ? 16 : 12;
  }
  if (parts.length === 0 && at === 0) throw damaged();
  return parts;
}

interface Unpacked {
  readonly bytes: Buffer;
  /** Bytes it took in the archive. */
  readonly size: number;
}

function inflate(packed: Buffer, limit: number): Unpacked {
  try {
    // The typings do not know `info`, which tells where the packed data ends.
    const { buffer, engine } = inflateRawSync(packed, {
      maxOutputLength: Math.max(1, limit),
      info: true,
    }) as unknown as {
      buffer: Buffer;
      engine: { bytesWritten: number };
    };
    return { bytes: buffer, size: engine.bytesWritten };
  } catch (error) {
    throw (error as { code?: unknown }).code === 'ERR_BUFFER_TOO_LARGE' ? bomb() : damaged();
  }
}

function stored(archive: Buffer, start: number, size: number, flags: number, method: number): Unpacked {
  if (method !== 0 || flags & 8 || start + size > archive.length) throw damaged();
  return { bytes: archive.subarray(start, start + size), size };
}
