import { mkdir, mkdtemp, readdir, readFile, rm, truncate, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type S3StandIn, startS3StandIn } from '../testing/s3-stand-in.js';
import { DiskFileStorage } from './disk-file-storage.js';
import { checkedKey, type FileStorage } from './file-storage.js';
import { S3FileStorage } from './s3-file-storage.js';
import { scratchFolder } from './scratch-folder.js';

const KEY = '320400/ab/cd/abcd-large.jpg';
const bytes = Buffer.from('照片 bytes');
const put = (storage: FileStorage, content = bytes) => storage.put(KEY, content, 'image/jpeg');

let folder: string;
let s3: S3StandIn;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'linshao-files-'));
  s3 = await startS3StandIn();
});
afterEach(async () => {
  await s3.close();
  await rm(folder, { recursive: true });
});

describe.each([
  ['disk', () => new DiskFileStorage(folder)],
  ['S3', () => new S3FileStorage(s3.config)],
])('file storage on %s', (_, open) => {
  it('keeps, gives back and removes, and may be told each of it twice', async () => {
    const storage = open();
    expect(await storage.read(KEY)).toBeNull();
    await put(storage);
    await put(storage);
    expect(await storage.read(KEY)).toEqual(bytes);
    await storage.remove(KEY);
    await storage.remove(KEY);
    expect(await storage.read(KEY)).toBeNull();
  });

  it.each(['../etc/passwd', '/etc/passwd', 'a//b', 'a/./b', 'A b', 'a?b', ''])('refuses the key %j', async (key) => {
    expect(() => checkedKey(key)).toThrow('not a storage key');
    await expect(Promise.resolve().then(() => open().read(key))).rejects.toThrow('not a storage key');
  });
});

describe('disk', () => {
  it('leaves nothing but the file behind, however many write it at once', async () => {
    const storage = new DiskFileStorage(folder);
    await Promise.all(Array.from({ length: 8 }, () => put(storage)));
    expect(await readFile(join(folder, KEY))).toEqual(bytes);
    expect(await readdir(join(folder, '320400/ab/cd'))).toEqual(['abcd-large.jpg']);
    expect(await readdir(join(folder, '.incoming'))).toEqual([]);
  });

  it('mends a file that a broken disk cut short', async () => {
    const storage = new DiskFileStorage(folder);
    await put(storage);
    await truncate(join(folder, KEY), 3);
    await put(storage);
    expect(await storage.read(KEY)).toEqual(bytes);
  });

  it('says so when it cannot write, and leaves no half file', async () => {
    await mkdir(join(folder, KEY), { recursive: true });
    await expect(put(new DiskFileStorage(folder))).rejects.toThrow('EISDIR');
    expect(await readdir(join(folder, '.incoming'))).toEqual([]);
  });

  it('clears half-written files of a process that was killed, not those being written', async () => {
    const old = new Date(Date.now() - 2 * 3_600_000);
    await writeFile(join(folder, 'left'), '');
    await utimes(join(folder, 'left'), old, old);
    await writeFile(join(folder, 'current'), '');
    await scratchFolder(folder);
    expect(await readdir(folder)).toEqual(['current']);
  });
});

describe('S3', () => {
  it('sends the bytes with their type, signed', async () => {
    await put(new S3FileStorage(s3.config));
    expect(s3.objects.get(`/photos/${KEY}`)).toEqual({ bytes, contentType: 'image/jpeg' });
  });

  it('is refused with the wrong secret, and says which call failed without saying the secret', async () => {
    const storage = new S3FileStorage({ ...s3.config, secretKey: 'wrong-secret' });
    await expect(put(storage)).rejects.toThrow(/^storage: PUT 320400\/ab\/cd\/abcd-large\.jpg: 403/);
    await expect(storage.read(KEY)).rejects.toThrow('403');
    expect(s3.objects.size).toBe(0);
  });

  it('tries again after a failure that may pass', async () => {
    const storage = new S3FileStorage(s3.config, [1, 1]);
    s3.fail(503, 0);
    await put(storage);
    s3.fail(429);
    expect(await storage.read(KEY)).toEqual(bytes);
    s3.fail(500, 500);
    await storage.remove(KEY);
    expect(s3.objects.size).toBe(0);
  });

  it('gives up after the third try', async () => {
    const storage = new S3FileStorage(s3.config, [1, 1]);
    s3.fail(500, 502, 503);
    await expect(put(storage)).rejects.toThrow('503');
    s3.fail(0, 0, 0);
    await expect(storage.read(KEY)).rejects.toThrow('no answer');
    expect(await storage.read(KEY)).toBeNull();
  });
});
