import { execFileSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { Problem } from '../problem.mjs';
import { accountOf, run } from '../processes.mjs';

/** @typedef {import('../processes.mjs').Account} Account */

const OWN_NAME = 'linshao';

/**
 * The account the server runs as. PostgreSQL refuses to run as root, so root hands it to another user:
 * whoever owns the data already, else the system's PostgreSQL user, else one made for the purpose.
 * @param {string} dir data directory, which may not exist yet
 * @returns {Account | null} null: the account of this process
 */
export function accountFor(dir) {
  if (process.getuid?.() !== 0) return null;
  const owner = statSync(dir, { throwIfNoEntry: false });
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  return accountOf('postgres') ?? accountOf('_postgres') ?? accountOf(OWN_NAME) ?? createAccount();
}

/** Debian, Fedora and the like have useradd; BusyBox systems have an adduser with flags of its own. */
function createAccount() {
  /** @type {readonly [string, readonly string[]][]} */
  const ways = [
    ['useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', OWN_NAME]],
    ['adduser', ['-S', '-D', '-H', OWN_NAME]],
  ];
  for (const [file, args] of ways) {
    try {
      execFileSync(file, args, { stdio: 'ignore' });
    } catch {
      continue;
    }
    const account = accountOf(OWN_NAME);
    if (account) return account;
  }
  throw new Problem(
    'PostgreSQL refuses to run as root and no other user could be made here. Start as an ordinary user, add a user named postgres, or set DATABASE_URL.',
    'PostgreSQL 不能以 root 运行，也无法新建系统用户。请改用普通用户启动，或先建立 postgres 用户，或设置 DATABASE_URL。',
  );
}

/**
 * Whether an account can reach a folder through all the folders above it. Asked of the system itself,
 * since mode bits alone do not know access lists.
 * @param {Account} account
 * @param {string} dir
 */
export async function canEnter(account, dir) {
  return (await run('/bin/sh', ['-c', 'cd -- "$1"', 'sh', dir], { ...account, cwd: '/' })).ok;
}
