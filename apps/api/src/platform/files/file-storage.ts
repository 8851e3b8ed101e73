/**
 * Where the bytes of files lie. A key is chosen from the content (a digest), so that writing the same file again is
 * the same write: `put` may be repeated after any failure, and nothing is ever overwritten by something else.
 */
export abstract class FileStorage {
  /** Stored durably once this resolves. */
  abstract put(key: string, bytes: Buffer, contentType: string): Promise<void>;
  /** Null when nothing is stored under the key. */
  abstract read(key: string): Promise<Buffer | null>;
  /** Removing what is not there is no error. */
  abstract remove(key: string): Promise<void>;
}

const KEY = /^[a-z0-9][a-z0-9-]*(\/[a-z0-9][a-z0-9-]*)*(\.[a-z0-9]+)?$/;

/** @throws Error for a key that could leave the storage's folder or need escaping in a URL: a mistake in our own code. */
export function checkedKey(key: string): string {
  if (!KEY.test(key)) throw new Error(`not a storage key: ${JSON.stringify(key)}`);
  return key;
}
