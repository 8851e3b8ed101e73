import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { judge, tallyOfJest, tallyOfTap } from './tally.mjs';

/** @typedef {import('./tally.mjs').Tally} Tally */

/** Files of Node's runner at a time, where they may: they wait for sweeps and servers most of their time. */
const AT_ONCE = 2;

/** A suite that does not end by itself (a worker left running, a stream left open) fails instead of standing for hours. */
const PATIENCE_MS = 30 * 60_000;

/**
 * @param {string} root the repository
 * @param {string} config path of the Jest configuration in it
 * @param {{ only?: string, env?: Readonly<Record<string, string>> }} [options] `only` is a pattern of test paths
 */
export function runJest(root, config, { only, env = {} } = {}) {
  const jest = join(root, 'node_modules', 'jest', 'bin', 'jest.js');
  const chosen = only === undefined ? [] : ['--testPathPatterns', only];
  return withReport(root, env, tallyOfJest, (report) => [
    ...[jest, '-c', config, '--json', '--outputFile', report],
    ...chosen,
  ]);
}

/**
 * @param {string} root the repository
 * @param {readonly string[]} files tests for Node's own runner
 * @param {{ oneByOne?: boolean, env?: Readonly<Record<string, string>> }} [options] `oneByOne`: they share what they look at
 */
export function runNode(root, files, { oneByOne = false, env = {} } = {}) {
  return withReport(root, env, tallyOfTap, (report) => [
    '--test',
    `--test-concurrency=${oneByOne ? 1 : AT_ONCE}`,
    '--test-reporter=spec',
    '--test-reporter-destination=stdout',
    '--test-reporter=tap',
    `--test-reporter-destination=${report}`,
    ...files,
  ]);
}

/**
 * Runs Node with arguments that make it leave a report, and reads the report.
 * @param {string} root
 * @param {Readonly<Record<string, string>>} env
 * @param {(report: string) => Tally | null} read
 * @param {(report: string) => readonly string[]} argumentsFor
 * @returns {Promise<Tally>}
 */
async function withReport(root, env, read, argumentsFor) {
  const folder = mkdtempSync(join(tmpdir(), 'linshao-report-'));
  const report = join(folder, 'report');
  try {
    const child = spawn(process.execPath, argumentsFor(report), {
      cwd: root,
      env: { ...process.env, ...env },
      // Runners print JSON to stdout or colour it for a terminal; people read both streams as one.
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    const overtime = setTimeout(() => {
      console.log(`stopped after ${PATIENCE_MS / 60_000} minutes: something was left running`);
      child.kill('SIGKILL');
    }, PATIENCE_MS);
    const exitCode = await new Promise((/** @type {(code: number) => void} */ resolve) => {
      child.once('error', () => resolve(1));
      child.once('exit', (code) => resolve(code ?? 1));
    });
    clearTimeout(overtime);
    return judge(read(report), exitCode);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
