import { randomUUID } from 'node:crypto';
import { mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { checkedKey, FileStorage } from './file-storage.js';
import { scratchFolder } from './scratch-folder.js';

const absent = (error: unknown): null => {
  if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
  throw error;
};

/** Files in a folder of this machine. A file appears under its name only when it is whole and on the disk. */
export class DiskFileStorage extends FileStorage {
  private scratch: Promise<string> | null = null;

  constructor(private readonly root: string) {
    super();
  }

  async put(key: string, bytes: Buffer): Promise<void> {
    const target = this.pathOf(key);
    const stored = await stat(target).catch(absent);
    // A shorter one is what a broken disk left; it is replaced.
    if (stored?.size === bytes.length) return;
    const half = join(await this.scratchFolder(), randomUUID());
    try {
      await writeDurably(half, bytes);
      await mkdir(dirname(target), { recursive: true });
      await rename(half, target);
      await syncFolder(dirname(target));
    } finally {
      await rm(half, { force: true });
    }
  }

  read(key: string): Promise<Buffer | null> {
    return readFile(this.pathOf(key)).catch(absent);
  }

  async remove(key: string): Promise<void> {
    await rm(this.pathOf(key), { force: true });
  }

  private pathOf(key: string): string {
    return join(this.root, checkedKey(key));
  }

  private scratchFolder(): Promise<string> {
    // Below the same root, so that the rename stays within one file system.
    return (this.scratch ??= scratchFolder(join(this.root, '.incoming')).catch((error: unknown) => {
      this.scratch = null;
      throw error;
    }));
  }
}

async function writeDurably(path: string, bytes: Buffer): Promise<void> {
  const file = await open(path, 'wx', 0o640);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Makes the new name itself survive a power cut. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
