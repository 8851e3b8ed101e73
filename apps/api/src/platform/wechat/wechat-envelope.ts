import { createCipheriv, createDecipheriv, createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** SHA-1 over the sorted parts, as WeChat signs its calls. */
export const signatureOf = (...parts: readonly string[]): string =>
  createHash('sha1')
    .update([...parts].sort().join(''))
    .digest('hex');

export function isSigned(signature: string, ...parts: readonly string[]): boolean {
  const [given, expected] = [Buffer.from(signature), Buffer.from(signatureOf(...parts))];
  return given.length === expected.length && timingSafeEqual(given, expected);
}

const BLOCK = 32;
const HEAD = 20;

/** Safe mode 安全模式: AES-256-CBC over 16 random bytes, the length, the message and the account's id. */
export function seal(message: string, appId: string, key: Buffer): string {
  const text = Buffer.from(message);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(text.length);
  const plain = Buffer.concat([randomBytes(16), length, text, Buffer.from(appId)]);
  const missing = BLOCK - (plain.length % BLOCK);
  const cipher = createCipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false);
  return Buffer.concat([
    cipher.update(Buffer.concat([plain, Buffer.alloc(missing, missing)])),
    cipher.final(),
  ]).toString('base64');
}

/** Null for what was not sealed with this key for this account. */
export function unseal(sealed: string, appId: string, key: Buffer): string | null {
  try {
    const decipher = createDecipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false);
    const padded = Buffer.concat([decipher.update(Buffer.from(sealed, 'base64')), decipher.final()]);
    const plain = padded.subarray(0, padded.length - (padded.at(-1) ?? 0));
    const end = HEAD + plain.readUInt32BE(16);
    return plain.subarray(end).toString() === appId ? plain.subarray(HEAD, end).toString() : null;
  } catch {
    return null;
  }
}
