import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { closingLine, judge, sum, tallyOfJest, tallyOfTap } from './tally.mjs';

describe('the closing line', () => {
  const folder = mkdtempSync(join(tmpdir(), 'linshao-tally-'));
  const file = (/** @type {string} */ name, /** @type {string} */ content) => {
    writeFileSync(join(folder, name), content);
    return join(folder, name);
  };
  after(() => rmSync(folder, { recursive: true, force: true }));

  it('sums all runners', () => {
    const total = sum([
      { passed: 3, failed: 0, skipped: 1 },
      { passed: 4, failed: 2, skipped: 0 },
    ]);
    assert.equal(closingLine(total), '7 passed, 2 failed, 1 skipped');
  });

  it('counts a test file that could not be loaded as a failure', () => {
    const report = {
      numPassedTests: 5,
      numFailedTests: 1,
      numPendingTests: 2,
      numTodoTests: 1,
      numRuntimeErrorTestSuites: 1,
    };
    assert.deepEqual(tallyOfJest(file('jest', JSON.stringify(report))), { passed: 5, failed: 2, skipped: 3 });
  });

  it('counts a test that was cut off as a failure', () => {
    const tap = '# tests 9\n# suites 2\n# pass 5\n# fail 1\n# cancelled 1\n# skipped 1\n# todo 1\n';
    assert.deepEqual(tallyOfTap(file('tap', tap)), { passed: 5, failed: 2, skipped: 2 });
  });

  it('never takes silence for success', () => {
    assert.equal(tallyOfJest(join(folder, 'absent')), null);
    assert.deepEqual(judge(null, 0), { passed: 0, failed: 1, skipped: 0 });
    assert.deepEqual(judge({ passed: 0, failed: 0, skipped: 4 }, 0), { passed: 0, failed: 1, skipped: 4 });
    assert.deepEqual(judge({ passed: 9, failed: 0, skipped: 0 }, 1), { passed: 9, failed: 1, skipped: 0 });
    assert.deepEqual(judge({ passed: 9, failed: 0, skipped: 0 }, 0), { passed: 9, failed: 0, skipped: 0 });
  });
});
