/**
 * Something a person can put right: shown as one sentence in English and one in Chinese, without a stack trace.
 */
export class Problem extends Error {
  /**
   * @param {string} english
   * @param {string} chinese
   */
  constructor(english, chinese) {
    super(`${english}\n${chinese}`);
  }
}

/**
 * Prints why a command gives up. A Problem is for the person; anything else is a fault and keeps its stack.
 * @param {unknown} error
 */
export function explain(error) {
  if (error instanceof Problem) console.error(`\n${error.message}\n`);
  else console.error(problemOfSystem(error)?.message ?? error);
}

/**
 * The sentence for an error of the operating system, wherever in the work it came up.
 * @param {unknown} error
 * @returns {Problem | null}
 */
export function problemOfSystem(error) {
  const text = error instanceof Error ? error.message : String(error);
  const at = error instanceof Error && 'path' in error ? ` (${String(error.path)})` : '';
  if (/ENOSPC|EDQUOT|No space left on device/.test(text)) {
    return new Problem(`The disk is full${at}. Free some space and start again.`, '磁盘已满，请清理后重试。');
  }
  if (/EACCES|EPERM|EROFS|Read-only file system/.test(text)) {
    return new Problem(
      `No right to write here${at}. Start as the owner of this folder, or set DATA_DIR to a folder you may write.`,
      '没有写入权限。请用本目录的所有者身份启动，或用 DATA_DIR 指定可写的目录。',
    );
  }
  return null;
}
