import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, describe, it } from 'node:test';
import { buildStamp } from './build-stamp.mjs';

describe('whether a build is still fresh', () => {
  const root = mkdtempSync(join(tmpdir(), 'linshao-stamp-'));
  const write = (/** @type {string} */ path, /** @type {string} */ text) => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  const build = () => buildStamp(root, ['build']).write();
  const fresh = () => buildStamp(root, ['build']).fresh();
  after(() => rmSync(root, { recursive: true, force: true }));

  write('apps/api/src/main.ts', 'one');
  write('apps/api/dist/main.js', 'one');
  write('libs/domain/src/index.ts', 'one');

  it('is not, before the first build', () => assert.equal(fresh(), false));

  it('is, until a source is edited, added or removed, or the lock changes', () => {
    build();
    assert.equal(fresh(), true);
    const edits = [
      () => write('apps/api/src/main.ts', 'two'),
      () => utimesSync(join(root, 'libs/domain/src/index.ts'), 1, 1),
      () => write('libs/domain/src/new.ts', ''),
      () => rmSync(join(root, 'libs/domain/src/new.ts')),
      () => write('package-lock.json', '{}'),
      () => rmSync(join(root, 'apps/api/dist/main.js')),
    ];
    for (const edit of edits) {
      edit();
      assert.equal(fresh(), false, String(edit));
      build();
      assert.equal(fresh(), true);
    }
  });

  it('is not, when a file was edited while the build ran', () => {
    const stamp = buildStamp(root, ['build']);
    write('apps/api/src/main.ts', 'three, while building');
    stamp.write();
    assert.equal(fresh(), false);
  });

  it('does not mind installed packages or other builds', () => {
    build();
    write('apps/api/node_modules/x/index.js', '');
    assert.equal(fresh(), true);
    assert.equal(buildStamp(root, ['another']).fresh(), false);
  });
});
