import { readFileSync } from 'node:fs';

/** @typedef {{ passed: number, failed: number, skipped: number }} Tally */

/** @param {readonly Tally[]} tallies @returns {Tally} */
export function sum(tallies) {
  /** @param {keyof Tally} key */
  const total = (key) => tallies.reduce((count, tally) => count + tally[key], 0);
  return { passed: total('passed'), failed: total('failed'), skipped: total('skipped') };
}

/** The last line of a run, read by people and by the gate. @param {Tally} tally */
export const closingLine = ({ passed, failed, skipped }) => `${passed} passed, ${failed} failed, ${skipped} skipped`;

/**
 * What one runner did. A runner that crashed, that reported success with a failing exit code, or that found nothing to
 * run has not passed: it counts as one failure, so that silence is never taken for success.
 * @param {Tally | null} counted null when the runner left no report
 * @param {number} exitCode
 * @returns {Tally}
 */
export function judge(counted, exitCode) {
  const tally = counted ?? { passed: 0, failed: 0, skipped: 0 };
  const silent = tally.failed === 0 && (exitCode !== 0 || tally.passed === 0);
  return silent ? { ...tally, failed: 1 } : tally;
}

/**
 * @param {string} file written by `jest --json --outputFile`
 * @returns {Tally | null}
 */
export function tallyOfJest(file) {
  const text = contentOf(file);
  if (text === null) return null;
  const report = JSON.parse(text);
  return {
    passed: report.numPassedTests,
    // A file that could not even be loaded has no tests to count.
    failed: report.numFailedTests + report.numRuntimeErrorTestSuites,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

/**
 * @param {string} file written by `node --test` with the TAP reporter
 * @returns {Tally | null}
 */
export function tallyOfTap(file) {
  const text = contentOf(file);
  if (text === null) return null;
  const count = (/** @type {string} */ word) => Number(new RegExp(`^# ${word} (\\d+)$`, 'm').exec(text)?.[1] ?? 0);
  return {
    passed: count('pass'),
    failed: count('fail') + count('cancelled'),
    skipped: count('skipped') + count('todo'),
  };
}

/** @param {string} file */
function contentOf(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}
