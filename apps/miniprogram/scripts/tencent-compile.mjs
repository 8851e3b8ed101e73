/**
 * Compiles the built mini-program with Tencent's own compiler, as WeChat's tools would at an upload, and asks for its
 * opinion: `npm run weapp:compile`. Works offline, without an account: the key is thrown away, nothing is uploaded. Not part
 * of the tests, because the compiler brings a thousand packages; it is installed into the system's temporary folder.
 */
import { execFileSync } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const COMPILER = 'miniprogram-ci';
const VERSION = '2.1.42';
const PROJECT = fileURLToPath(new URL('..', import.meta.url));
const SCRIPTS = join(PROJECT, 'dist', 'weapp', 'common.js');

const scratch = mkdtempSync(join(tmpdir(), 'linshao-weapp-'));
try {
  if (!existsSync(SCRIPTS)) throw new Error('not built yet, 小程序还没有构建: npx nx run miniprogram:build-weapp');
  await compile(compiler());
  if (readFileSync(SCRIPTS, 'utf8').includes('http://127.0.0.1:'))
    console.log('note it asks this computer, 连的是本机: build it with LINSHAO_API_ORIGIN=https://… before an upload');
} catch (error) {
  // The compiler throws texts, objects and errors.
  console.error(`FAILED: ${error?.message ?? JSON.stringify(error)}`);
  process.exitCode = 1;
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
// It goes on watching the files.
process.exit();

function compiler() {
  const folder = join(tmpdir(), `linshao-${COMPILER}-${VERSION}`);
  const installed = join(folder, 'node_modules', COMPILER);
  if (!existsSync(installed)) {
    mkdirSync(folder, { recursive: true });
    const install = ['install', '--prefix', folder, '--no-audit', '--no-fund', '--ignore-scripts', '--loglevel=error'];
    execFileSync('npm', [...install, `${COMPILER}@${VERSION}`], { stdio: 'inherit' });
  }
  return createRequire(import.meta.url)(installed);
}

async function compile(ci) {
  const privateKeyPath = join(scratch, 'key');
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  writeFileSync(privateKeyPath, privateKey.export({ type: 'pkcs1', format: 'pem' }), { mode: 0o600 });
  const project = new ci.Project({
    appid: 'wx0000000000000000',
    type: 'miniProgram',
    projectPath: PROJECT,
    privateKeyPath,
    ignores: ['node_modules/**/*'],
  });
  // Asked of Tencent otherwise, by the account of the key.
  Object.assign(project, { attr: async () => ci.DefaultProjectAttr, attrSync: () => ci.DefaultProjectAttr });

  // Reads what is declared and the styles as an upload would. Scripts it takes as they are: Taro has compiled them for the
  // oldest phones, and weapp.spec.mjs runs them. Its WXML minifier fails on every file outside Tencent's tools.
  const files = await ci.compile(project, { setting: { es6: false, minifyWXSS: true } });
  console.log(`${COMPILER} ${VERSION} compiled ${Object.keys(files).length} files`);

  const { files: known } = await ci.analyseCode(project);
  // It does not know that app.json names pictures.
  const unused = known.filter(({ moduleId, path }) => !moduleId && !path.endsWith('.png')).map(({ path }) => path);
  console.log(unused.length === 0 ? 'no file is unused' : `unused: ${unused.join(', ')}`);

  for (const { name, success, text } of await ci.checkCodeQuality(project))
    console.log(`${success ? 'ok  ' : 'note'} ${name}${success || !text ? '' : `: ${JSON.stringify(text)}`}`);
}
