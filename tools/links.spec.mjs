// What a reader clicks on or looks at in the documents must be there.
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const SCREENS = join(ROOT, 'docs/images/screens');
const DOCUMENTS = [
  ...readdirSync(ROOT).filter((name) => name.endsWith('.md')),
  'deploy/README.md',
  ...readdirSync(join(ROOT, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => join('docs', name)),
].map((name) => join(ROOT, name));

/** Of code one reads it, one does not click in it. @param {string} markdown */
const withoutCode = (markdown) => markdown.replace(/^```[\s\S]*?^```/gm, '').replace(/`[^`\n]*`/g, 'code');

/** Links and pictures of a document, without those to other places. @param {string} markdown @returns {string[]} */
function targetsOf(markdown) {
  const text = withoutCode(markdown);
  const targets = [...text.matchAll(/\]\(([^)\s]+)\)|\b(?:src|href)="([^"]+)"/g)].map(([, a, b]) => a ?? b ?? '');
  return targets.filter((target) => !/^[a-z]+:/i.test(target));
}

/** The anchors GitHub gives to the headings of a document. @param {string} markdown */
function anchorsOf(markdown) {
  const headings = markdown.replace(/^```[\s\S]*?^```/gm, '').matchAll(/^#+ (.+)$/gm);
  return new Set(
    [...headings].map(([, words = '']) =>
      words
        .trim()
        .toLowerCase()
        .replace(/[^\p{L}\p{N}\p{M}_\- ]/gu, '')
        .replaceAll(' ', '-'),
    ),
  );
}

/** What is wrong with a link of a document; null when one arrives. @param {string} document @param {string} target */
function faultOf(document, target) {
  const [path = '', anchor] = decodeURIComponent(target).split('#');
  const file = path === '' ? document : resolve(dirname(document), path);
  if (!existsSync(file)) return `${target}: not there`;
  if (anchor === undefined || statSync(file).isDirectory()) return null;
  return anchorsOf(readFileSync(file, 'utf8')).has(anchor) ? null : `${target}: no such heading`;
}

describe('the documents', () => {
  for (const document of DOCUMENTS) {
    it(`${relative(ROOT, document)} leads nowhere in vain`, () => {
      const faults = targetsOf(readFileSync(document, 'utf8')).map((target) => faultOf(document, target));
      assert.deepEqual(
        faults.filter((fault) => fault !== null),
        [],
      );
    });
  }

  it('show every picture that is kept', () => {
    const shown = new Set(
      DOCUMENTS.flatMap((document) =>
        targetsOf(readFileSync(document, 'utf8')).map((target) => resolve(dirname(document), target)),
      ),
    );
    assert.deepEqual(
      readdirSync(SCREENS).filter((name) => !shown.has(join(SCREENS, name))),
      [],
    );
  });

  it('notices a missing file, a missing heading and a missing picture', () => {
    const document = join(ROOT, 'README.md');
    const [file, heading, picture] = targetsOf(
      '[a](nowhere.md) [b](README.md#nothing) <img src="none.png" /> `[c](d)`',
    );
    assert.equal(faultOf(document, file ?? ''), 'nowhere.md: not there');
    assert.equal(faultOf(document, heading ?? ''), 'README.md#nothing: no such heading');
    assert.equal(faultOf(document, picture ?? ''), 'none.png: not there');
    assert.equal(faultOf(document, 'README.md#try-it'), null);
  });
});
