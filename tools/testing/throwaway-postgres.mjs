import { chmodSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPostgres } from '../postgres.mjs';
import { dismiss } from '../postgres/postmaster.mjs';
import { commandOf } from '../processes.mjs';

const PREFIX = 'linshao-postgres-';

/**
 * A fast server for one run of tests: nothing waits for the disk, everything is gone afterwards.
 * @returns {Promise<import('../postgres.mjs').Postgres & { restart: () => Promise<void> }>} whose `stop` also removes the data
 */
export async function throwawayPostgres() {
  sweep();
  const base = mkdtempSync(join(tmpdir(), `${PREFIX}${process.pid}-`));
  // Under root the server runs as another user, who must get in.
  chmodSync(base, 0o755);
  const settings = { max_connections: '600', autovacuum_naptime: '5s' };
  const options = { dir: join(base, 'postgres'), durable: false, settings };
  const postgres = await startPostgres(options);
  return {
    ...postgres,
    restart: async () => {
      await postgres.stop();
      await startPostgres({ ...options, port: Number(new URL(postgres.url).port) });
    },
    stop: async () => {
      await postgres.stop();
      rmSync(base, { recursive: true, force: true });
    },
  };
}

/** Ends what earlier runs left behind when they were killed. */
function sweep() {
  for (const name of readdirSync(tmpdir())) {
    const owner = Number.parseInt(name.slice(PREFIX.length), 10);
    if (!name.startsWith(PREFIX) || !Number.isInteger(owner) || commandOf(owner) !== null) continue;
    const base = join(tmpdir(), name);
    try {
      dismiss(join(base, 'postgres'));
      rmSync(base, { recursive: true, force: true });
    } catch {
      // another user's, or the server is still going down: the next run sees to it
    }
  }
}
