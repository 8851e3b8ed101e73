import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import pg from 'pg';
import { startPostgres } from './postgres.mjs';
import { livePostmaster } from './postgres/postmaster.mjs';
import { eventually } from './processes.mjs';

/** @param {string} url @param {string} sql */
async function ask(url, sql) {
  const client = new pg.Client({ connectionString: url });
  // The tests kill servers under open sessions; the query itself reports what matters.
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query({ text: sql, rowMode: 'array' })).rows.map((row) => row[0]);
  } finally {
    await client.end();
  }
}

describe('a PostgreSQL of our own', () => {
  const base = mkdtempSync(join(tmpdir(), 'linshao-spec-'));
  const dir = join(base, 'data', 'postgres');
  const start = () => startPostgres({ dir });

  before(() => rmSync(base, { recursive: true, force: true }));
  after(async () => {
    await (await start()).stop();
    rmSync(base, { recursive: true, force: true });
  });

  it('is PostgreSQL 18, in UTF-8, and sees Chinese in trigrams', async () => {
    const { url, adopted } = await start();
    assert.equal(adopted, false);
    assert.match(String((await ask(url, 'SHOW server_version'))[0]), /^18\./);
    assert.deepEqual(await ask(url, 'SHOW server_encoding'), ['UTF8']);
    await ask(url, 'CREATE EXTENSION pg_trgm');
    assert.ok(Number((await ask(url, "SELECT cardinality(show_trgm('停车管理'))"))[0]) > 3);
    await ask(url, "CREATE TABLE kept AS SELECT '还在'::text AS word");
  });

  it('keeps strangers on the same machine out', async () => {
    const address = new URL((await start()).url);
    address.password = 'guess';
    await assert.rejects(ask(address.href, 'SELECT 1'), /password authentication failed/);
    assert.equal(statSync(dir).mode & 0o077, 0);
  });

  it('adopts the server that outlived its launcher', async () => {
    const first = await start();
    const second = await start();
    assert.equal(second.adopted, true);
    assert.equal(second.url, first.url);
  });

  it('recovers after the server itself was killed', async () => {
    await start();
    const server = livePostmaster(dir);
    assert.ok(server);
    process.kill(server.pid, 'SIGKILL');
    await eventually(() => livePostmaster(dir) === null, 5000);
    const { url, adopted } = await start();
    assert.equal(adopted, false);
    assert.deepEqual(await ask(url, 'SELECT word FROM kept'), ['还在']);
  });

  it('does not take a lock for alive whose number went to another process', async () => {
    await (await start()).stop();
    writeFileSync(join(dir, 'postmaster.pid'), `${process.pid}\n${dir}\n0\n5432\n\n127.0.0.1\n\nready\n`);
    assert.equal(livePostmaster(dir), null);
    assert.equal((await start()).adopted, false);
  });

  it('throws away an interrupted set-up and never a folder it does not know', async () => {
    const other = join(base, 'other', 'postgres');
    mkdirSync(`${other}.new/half`, { recursive: true });
    const running = await startPostgres({ dir: other, durable: false });
    await running.stop();

    const foreign = join(base, 'foreign');
    mkdirSync(foreign);
    writeFileSync(join(foreign, 'letter.txt'), 'mine');
    await assert.rejects(startPostgres({ dir: foreign }), /neither empty nor a PostgreSQL data directory/);
    assert.equal(readFileSync(join(foreign, 'letter.txt'), 'utf8'), 'mine');
  });

  it('refuses data of another major version in one sentence', async () => {
    const old = join(base, 'old');
    mkdirSync(old);
    writeFileSync(join(old, 'PG_VERSION'), '15\n');
    await assert.rejects(startPostgres({ dir: old }), /holds data of PostgreSQL 15/);
  });
});
