import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findProgram } from '../processes.mjs';

const faketime = findProgram('faketime');
/** Why a test cannot move one program's clock; false where it can. */
export const NO_FAKETIME = faketime ? false : 'one program’s clock is moved by faketime: apt-get install faketime';

/**
 * A clock that one program sees, to be moved while it runs.
 * @param {string} folder @param {string} name @param {string} [first]
 */
export function ownClock(folder, name, first = '+0') {
  const file = join(folder, name);
  /** @param {string} jump */
  const set = (jump) => writeFileSync(file, jump);
  set(first);
  const preload = execFileSync(String(faketime), ['now', 'printenv', 'LD_PRELOAD'], { encoding: 'utf8' });
  const env = {
    LD_PRELOAD: preload.trim(),
    FAKETIME_TIMESTAMP_FILE: file,
    FAKETIME_NO_CACHE: '1',
    FAKETIME_DONT_FAKE_MONOTONIC: '1',
  };
  return { set, env };
}
