import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

function binary() {
  const base = '/usr/lib/postgresql';
  const versions = existsSync(base) ? readdirSync(base).sort((a, b) => Number(b) - Number(a)) : [];
  const found = versions.map((v) => join(base, v, 'bin/pgbench')).find(existsSync);
  if (!found) throw new Error('pgbench is needed for comparison: apt-get install postgresql-contrib');
  return found;
}

/** Runs a pgbench script with prepared statements. @returns transactions per second and latency percentiles in ms */
export function pgbench({ url, script, connections, seconds }) {
  const dir = mkdtempSync(join(tmpdir(), 'linshao-pgbench-'));
  try {
    writeFileSync(join(dir, 'script.sql'), script);
    const out = execFileSync(
      binary(),
      [
        '-n',
        '-M',
        'prepared',
        '-f',
        join(dir, 'script.sql'),
        '-c',
        String(connections),
        '-j',
        '1',
        '-T',
        String(seconds),
        '-l',
        '--log-prefix',
        join(dir, 'log'),
        url,
      ],
      { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] },
    );
    const times = readdirSync(dir)
      .filter((name) => name.startsWith('log'))
      .flatMap((name) =>
        readFileSync(join(dir, name), 'utf8')
          .trim()
          .split('\n')
          .map((line) => Number(line.split(' ')[2]) / 1000),
      )
      .sort((a, b) => a - b);
    return {
      perSecond: Math.round(Number(/tps = ([\d.]+)/.exec(out)?.[1])),
      p99: Number((times[Math.floor(times.length * 0.99)] ?? 0).toFixed(1)),
    };
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}
