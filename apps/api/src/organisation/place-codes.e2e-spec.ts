import { readPlaceCode } from '@linshao/domain';
import { ensureArea, signInAs, type TestPerson } from '../identity/testing/sign-in-as.js';
import { createTestApp, type TestApp } from '../platform/testing/test-app.js';

const COMMUNITY = '320400/320402/320402003/320402003012';
const NOWHERE = '0192f3a4-5b6c-7d8e-9f01-23456789abcd';

describe('codes at places', () => {
  let test: TestApp;
  let dispatcher: TestPerson;
  let grid: string;
  beforeAll(async () => {
    test = await createTestApp();
    grid = await ensureArea(test, `${COMMUNITY}/G07`);
    dispatcher = await signInAs(test, { posts: [{ role: 'dispatcher', area: COMMUNITY }] });
  });
  afterAll(() => test.close());

  const sign = (by: TestPerson, query = '', area = grid) =>
    test.http().get(`/api/areas/${area}/place-code${query}`).set(by.headers);
  const opened = async (url: string): Promise<string> =>
    (await test.http().get(url).expect(302)).headers['location'] ?? '';
  const read = (location: string) =>
    readPlaceCode(new URLSearchParams(location.slice(location.indexOf('?'))).get('q') ?? '');

  describe('on a card', () => {
    it('say where they hang, in words that cannot break the card', async () => {
      const { headers, body } = await sign(dispatcher, `?spot=${encodeURIComponent('3 幢 <北门> & "车棚"')}`)
        .expect(200)
        .buffer(true);
      expect(headers['content-type']).toBe('image/svg+xml');
      const svg = String(body);
      expect(svg).toContain('3 幢 &lt;北门&gt; &amp; &quot;车棚&quot;');
      expect(svg).toMatch(/^<svg .*<\/svg>$/s);
      expect(svg).toContain('有事扫一扫');
    });

    it('are made by those who hang them up', async () => {
      await sign(await signInAs(test)).expect(403);
      await test.http().get(`/api/areas/${grid}/place-code`).expect(401);
    });

    it('are refused for what is not there or does not fit', async () => {
      expect((await sign(dispatcher, '', NOWHERE).expect(404)).body.code).toBe('area.not_found');
      await sign(dispatcher, '', 'G07').expect(404);
      await sign(dispatcher, `?spot=${'长'.repeat(41)}`).expect(400);
      await sign(dispatcher, '?colour=red').expect(400);
    });
  });

  describe('in a browser', () => {
    it('lead anybody to the form, which reads them', async () => {
      const location = await opened(`/api/places/${grid}?spot=${encodeURIComponent('3 幢北门')}`);
      expect(location).toMatch(/^\/#\/features\/ordering\/pages\/new\?kind=problem&q=/);
      expect(read(location)).toEqual({ areaId: grid, spot: '3 幢北门' });
      expect(read(await opened(`/api/places/${grid}`))).toEqual({ areaId: grid, spot: '' });
    });

    it.each([
      ['something', '?from=timeline'],
      ['nothing', '?spot='],
      ['two spots', '?spot=a&spot=b'],
      ['half a letter', '?spot=%E5%B9'],
      ['a novel', `?spot=${'x'.repeat(3_000)}`],
    ])('still do when %s has been added to them, and nowhere else', async (_, added) => {
      const location = await opened(`/api/places/${grid}${added}`);
      expect(location).toMatch(/^\/#\//);
      expect(location.length).toBeLessThan(500);
      expect(read(location)?.areaId).toBe(grid);
    });

    it('do not lead where nothing can be', async () => {
      await test.http().get('/api/places/..%2F..%2Fevil').expect(404);
    });
  });
});
