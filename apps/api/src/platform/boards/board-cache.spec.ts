import { randomBytes } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import { BoardCache, type BoardBytes } from './board-cache.js';

describe('a board of the last second', () => {
  let cache: BoardCache;
  let now = 0;
  let made = 0;
  beforeEach(() => {
    cache = new BoardCache();
    [now, made] = [1_000, 0];
    jest.spyOn(performance, 'now').mockImplementation(() => now);
  });
  afterEach(() => jest.restoreAllMocks());
  const bodyOf = (page: BoardBytes | null) => page && Buffer.from(page.plain.body, 'latin1').toString();
  const get = (url: string, key = url) => cache.get(url, key, async () => ({ made: (made += 1) }));

  it('is made once however many ask at once', async () => {
    const pages = await Promise.all(Array.from({ length: 50 }, () => get('/a')));
    expect(made).toBe(1);
    expect(new Set(pages.map(bodyOf))).toEqual(new Set(['{"made":1}']));
  });

  it('is known by every address that asked for it, until it is a second old', async () => {
    expect(cache.at('/a?x=1&y=2')).toBeNull();
    await get('/a?x=1&y=2', 'xy');
    await get('/a?y=2&x=1', 'xy');
    expect(made).toBe(1);
    expect(bodyOf(cache.at('/a?y=2&x=1'))).toBe('{"made":1}');
    now += 1_000;
    expect(cache.at('/a?y=2&x=1')).toBeNull();
    expect(bodyOf(await get('/a?x=1&y=2', 'xy'))).toBe('{"made":2}');
  });

  it('has a tag for what it says, not for when it was made', async () => {
    const at = (n: number, lamp: string) =>
      cache.get(
        '/a',
        'a',
        async () => ({ at: n, lamp }),
        ({ lamp: lit }) => ({ lit }),
      );
    const first = await at(1, 'lit');
    cache.forget('a');
    const second = await at(2, 'lit');
    expect([bodyOf(second), second.etag]).toEqual(['{"at":2,"lamp":"lit"}', first.etag]);
    cache.forget('a');
    expect((await at(3, 'out')).etag).not.toBe(first.etag);
  });

  it('keeps every character whole on its way through', async () => {
    const words = '路灯𠮷😀ümlaut';
    const page = await cache.get('/a', 'a', async () => ({ words }));
    expect(JSON.parse(bodyOf(page) ?? '')).toEqual({ words });
    expect(page.plain.head).toContain(String(Buffer.byteLength(JSON.stringify({ words }))));
  });

  it('is not kept when making it failed', async () => {
    const fails = () => cache.get('/a', 'a', () => Promise.reject(new Error('no database')));
    await expect(Promise.all([fails(), fails()])).rejects.toThrow('no database');
    expect(cache.at('/a')).toBeNull();
    expect(bodyOf(await get('/a', 'a'))).toBe('{"made":1}');
  });

  it('has another tag when its content is another', async () => {
    const [a, b] = [await get('/a'), await get('/b')];
    expect(a.etag).not.toBe(b.etag);
    expect(a.etag).toMatch(/^W\/"[\w-]+"$/);
    expect(gunzipSync(Buffer.from(a.gzipped.body, 'latin1')).toString()).toBe(bodyOf(a));
  });

  it('takes a bounded place, whatever is asked', async () => {
    const mega = randomBytes(512 * 1024).toString('hex');
    for (let i = 0; i < 100; i += 1) await cache.get(`/${i}`, `${i}`, async () => ({ mega }));
    expect(cache['entries'].size).toBeLessThanOrEqual(32);
    expect(cache.at('/99')).not.toBeNull();
    for (let i = 0; i < 20_000; i += 1) await get(`/url-${i}`, 'one');
    expect(cache['keys'].size).toBeLessThanOrEqual(5_000);
    now += 2_000;
    await get('/last');
    expect(cache['entries'].size).toBe(1);
    const [last] = cache['entries'].values();
    expect(cache['held']).toBe(Number(last?.plain.body.length) + Number(last?.gzipped.body.length));
  });
});
