// The deployment check as the gate counts it: node tools/testing/run-pieces.mjs
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runNode } from './runners.mjs';
import { closingLine } from './tally.mjs';

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '..', '..');

const tally = await runNode(ROOT, ['deploy/check-pieces.mjs']);
if (tally.failed > 0) process.exitCode = 1;
console.log(closingLine(tally));
