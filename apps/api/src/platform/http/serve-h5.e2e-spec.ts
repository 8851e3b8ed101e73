import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { createTestApp, type TestApp } from '../testing/test-app.js';

const SCRIPT = 'window.started = true';
const INDEX = `<!doctype html><title>邻哨</title><script>${SCRIPT}</script><script defer="defer" src="/js/app.4f2a9c1b.js"></script>`;
const CODE = 'console.log("邻哨");'.repeat(200);

let folder: string;
let testApp: TestApp;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'linshao-h5-'));
  mkdirSync(join(folder, 'js'));
  writeFileSync(join(folder, 'index.html'), INDEX);
  writeFileSync(join(folder, 'js/app.4f2a9c1b.js'), CODE);
  writeFileSync(join(folder, 'js/home.0c1d2e3f.js'), CODE);
  writeFileSync(join(folder, 'js/home.0c1d2e3f.js.br'), brotliCompressSync(CODE));
  writeFileSync(join(folder, 'logo.png'), Buffer.from([0x89, 0x50, 0x4e, 0x47]));
  writeFileSync(join(folder, '..', 'linshao-secret.txt'), 'secret');
  testApp = await createTestApp({ H5_DIR: folder });
});
afterAll(async () => {
  await testApp.close();
  rmSync(folder, { recursive: true });
  rmSync(join(folder, '..', 'linshao-secret.txt'));
});

const get = (path: string) => testApp.http().get(path);

describe('the H5 on the port of the API', () => {
  it.each(['/', '/pages/home/index', '/index.html', '/pages/order?id=1.5', '/apiary', '/愿望'])(
    'is one page at %s',
    async (path) => {
      const { text, headers } = await get(encodeURI(path)).expect(200);
      expect(text).toBe(INDEX);
      expect(headers).toMatchObject({ 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-cache' });
    },
  );

  it('runs scripts from here and its own, no others', async () => {
    const policy = (await get('/')).headers['content-security-policy'] ?? '';
    const digest = createHash('sha256').update(SCRIPT).digest('base64');
    expect(policy).toContain(`script-src 'self' 'sha256-${digest}';`);
    expect(policy).not.toMatch(/https?:|unsafe-eval|\*/);
  });

  it('keeps what has a digest in its name for a year, and sends it compressed to whoever can read that', async () => {
    const packed = await get('/js/app.4f2a9c1b.js').set('accept-encoding', 'br, gzip').expect(200);
    expect(packed.text).toBe(CODE);
    expect(packed.headers).toMatchObject({
      'cache-control': 'public, max-age=31536000, immutable',
      'content-encoding': 'gzip',
      'content-type': 'text/javascript; charset=utf-8',
      vary: 'Accept-Encoding',
    });
    expect(Number(packed.headers['content-length'])).toBeLessThan(CODE.length / 5);
    for (const encoding of ['identity', 'gzip;q=0', 'br']) {
      const plain = await get('/js/app.4f2a9c1b.js').set('accept-encoding', encoding).expect(200);
      expect([encoding, plain.headers['content-encoding']]).toEqual([encoding, undefined]);
      expect(plain.text).toBe(CODE);
    }
  });

  it('sends what the build compressed to whoever can read that', async () => {
    const { text, headers } = await get('/js/home.0c1d2e3f.js').set('accept-encoding', 'gzip, br').expect(200);
    expect(text).toBe(CODE);
    expect(headers).toMatchObject({
      'content-encoding': 'br',
      'content-type': 'text/javascript; charset=utf-8',
      vary: 'Accept-Encoding',
    });
    for (const encoding of ['gzip', 'gzip, br;q=0']) {
      const other = await get('/js/home.0c1d2e3f.js').set('accept-encoding', encoding).expect(200);
      expect([encoding, other.headers['content-encoding']]).toEqual([encoding, 'gzip']);
    }
    await get('/js/home.0c1d2e3f.js.br').expect(404);
  });

  it('sends nothing again to whoever has it', async () => {
    const { headers } = await get('/logo.png').expect(200);
    expect(headers).toMatchObject({ 'content-type': 'image/png', 'cache-control': 'no-cache' });
    await get('/logo.png')
      .set('if-none-match', headers['etag'] ?? '')
      .expect(304);
    await testApp.http().head('/logo.png').expect(200);
  });

  it.each([
    '/js/gone.js',
    '/api/nothing',
    '/api',
    '/admin/x',
    '/metrics/x',
    '/../linshao-secret.txt',
    '/..%2flinshao-secret.txt',
    '/%2e%2e/linshao-secret.txt',
    '/js/..%5c..%5clinshao-secret.txt',
  ])('has nothing at %s, and says so in our words', async (path) => {
    const { body, headers } = await get(path).expect(404);
    expect(headers['content-type']).toContain('application/problem+json');
    expect(body.code).toBe('request.not_found');
  });

  it.each(['/%', '/%E4%B8', '/%00'])('is not upset by %s', async (path) => {
    expect((await get(path)).status).toBeLessThan(500);
  });

  it('is read, not written', async () => {
    expect((await testApp.http().post('/pages/home').send({})).status).toBe(404);
  });
});

describe('without a built H5', () => {
  it('a plain page leads to the documentation; a wrong folder stops the start', async () => {
    const bare = await createTestApp();
    try {
      const { text } = await bare.http().get('/').expect(200);
      expect(text).toContain('href="/api/docs"');
      await bare.http().get('/pages/home').expect(404);
    } finally {
      await bare.close();
    }
    await expect(createTestApp({ H5_DIR: join(folder, 'js') })).rejects.toThrow('index.html');
  });
});
