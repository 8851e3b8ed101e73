import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

const HOUR_MS = 3_600_000;

/** Makes a folder for half-written files and clears what a killed process left there over an hour ago. */
export async function scratchFolder(path: string): Promise<string> {
  await mkdir(path, { recursive: true });
  for (const name of await readdir(path)) {
    const file = join(path, name);
    const { mtimeMs } = await stat(file).catch(() => ({ mtimeMs: Infinity }));
    if (mtimeMs < Date.now() - HOUR_MS) await rm(file, { force: true });
  }
  return path;
}
