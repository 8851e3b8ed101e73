import type { Part } from './unpack.js';

/** An archive with these parts in this order, unpacked. Only for readers that do not check sums, as ours does not. */
export function pack(parts: readonly Part[]): Buffer {
  const pieces = parts.flatMap(({ name, bytes }) => {
    const label = Buffer.from(name);
    const header = Buffer.alloc(30);
    header.writeUInt32LE(0x04034b50, 0);
    header.writeUInt16LE(10, 4);
    header.writeUInt32LE(bytes.length, 18);
    header.writeUInt32LE(bytes.length, 22);
    header.writeUInt16LE(label.length, 26);
    return [header, label, bytes];
  });
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  return Buffer.concat([...pieces, end]);
}
