import { accessSync, constants, existsSync, mkdirSync, statfsSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { Problem } from '../problem.mjs';

/** A first start builds the pages and makes a database; less than this (bytes) would end in the middle. */
const ROOM = 500 * 1024 * 1024;

/**
 * Finds out before the long work what would make it fail at the end.
 * @param {string} root the repository
 * @param {string} dataDir
 * @throws {Problem}
 */
export function checkFolders(root, dataDir) {
  if (!existsSync(join(root, 'node_modules'))) {
    throw new Problem('The packages are not installed yet. Run "npm ci" first.', '依赖尚未安装，请先运行 npm ci。');
  }
  mkdirSync(dataDir, { recursive: true });
  const written = ['.', '.nx', 'apps/api', 'apps/api/dist', 'apps/miniprogram/dist', 'libs/domain', 'libs/domain/dist'];
  for (const path of [dataDir, ...written.map((name) => join(root, name))]) {
    if (existsSync(path)) accessSync(path, constants.W_OK);
  }
  const { bavail, bsize } = statfsSync(dataDir);
  if (bavail * bsize < ROOM) {
    const free = Math.floor((bavail * bsize) / 1024 / 1024);
    throw new Problem(
      `The disk under ${dataDir} has ${free} MB left; a start needs ${ROOM / 1024 / 1024} MB. Free some space, or set DATA_DIR to another disk.`,
      `磁盘空间不足：剩余 ${free} MB，需要 ${ROOM / 1024 / 1024} MB。请清理，或用 DATA_DIR 指定其他磁盘。`,
    );
  }
}

/**
 * @param {string} host
 * @param {number} port 0: the system will choose
 * @throws {Problem} when somebody else has the port, or this user may not have it
 */
export async function checkPort(host, port) {
  const code = await new Promise((/** @type {(code: string | null) => void} */ resolve) => {
    const probe = createServer();
    probe.once('error', (/** @type {NodeJS.ErrnoException} */ error) => resolve(error.code ?? error.message));
    probe.listen(port, host, () => probe.close(() => resolve(null)));
  });
  switch (code) {
    case null:
      return;
    case 'EADDRINUSE':
      throw new Problem(
        `Port ${port} is taken by another program. Stop that one, or choose another port: PORT=${port + 1} npm start`,
        `端口 ${port} 已被其他程序占用。请关闭该程序，或换一个端口：PORT=${port + 1} npm start`,
      );
    case 'EACCES':
      throw new Problem(
        `This user may not open port ${port}. Choose one above 1023: PORT=3000 npm start`,
        `当前用户无权使用端口 ${port}，请选用 1023 以上的端口：PORT=3000 npm start`,
      );
    default:
      throw new Problem(`Cannot listen on ${host}:${port} (${code}).`, `无法监听 ${host}:${port}（${code}）。`);
  }
}
