// Module hooks that let a worker thread of a test run from the sources; the compiled program needs none of this.
// TypeScript itself compiles here, not swc as elsewhere: native code crashes when threads come and go.
import { createHash, randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const DOMAIN = new URL('../../../../../libs/domain/src/index.ts', import.meta.url).href;
const CACHE = join(tmpdir(), 'linshao-thread-sources');

export async function resolve(specifier, context, next) {
  if (specifier === '@linshao/domain') return { url: DOMAIN, shortCircuit: true };
  if (/^\.{1,2}\/.*\.js$/.test(specifier) && context.parentURL?.endsWith('.ts')) {
    const source = new URL(specifier.replace(/\.js$/, '.ts'), context.parentURL);
    if (existsSync(source)) return { url: source.href, shortCircuit: true };
  }
  return next(specifier, context);
}

export async function load(url, context, next) {
  if (!url.endsWith('.ts')) return next(url, context);
  return { format: 'module', source: await compiled(readFileSync(fileURLToPath(url), 'utf8')), shortCircuit: true };
}

async function compiled(source) {
  const kept = join(CACHE, `${createHash('sha256').update(source).digest('hex')}.mjs`);
  if (existsSync(kept)) return readFileSync(kept, 'utf8');
  const { default: ts } = await import('typescript');
  const { ModuleKind, ScriptTarget } = ts;
  const { outputText } = ts.transpileModule(source, {
    compilerOptions: { module: ModuleKind.ESNext, target: ScriptTarget.ES2022, experimentalDecorators: true },
  });
  mkdirSync(CACHE, { recursive: true });
  const draft = join(CACHE, randomUUID());
  writeFileSync(draft, outputText);
  renameSync(draft, kept);
  return outputText;
}
