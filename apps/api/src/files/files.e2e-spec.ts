import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import sharp from 'sharp';
import { v7 as uuidv7 } from 'uuid';
import { signInAs, type TestPerson } from '../identity/testing/sign-in-as.js';
import { CreateFiles1763000004000 } from '../migrations/1763000004000-create-files.js';
import { createTestApp, type TestApp } from '../platform/testing/test-app.js';
import { FileAccess } from './file-access.service.js';
import { FilesJobs } from './files.jobs.js';
import { FilesService } from './files.service.js';
import { PhotoReader } from './photo-reader.service.js';
import { HEIC, noise, plain } from './testing/pictures.js';

const CITY = 320400;
let testApp: TestApp;
let owner: TestPerson;
let stranger: TestPerson;
let photo: Buffer;
beforeAll(async () => {
  testApp = await createTestApp();
  owner = await signInAs(testApp);
  stranger = await signInAs(testApp);
  photo = await noise(500, 375).jpeg().toBuffer();
});
afterAll(() => testApp.close());

const service = () => testApp.app.get(FilesService);
const send = (bytes: Buffer, person = owner, name = 'photo.jpg') =>
  testApp.http().post('/api/files').set(person.headers).attach('file', bytes, name);
const upload = async (bytes: Buffer, person = owner): Promise<string> =>
  (await send(bytes, person).expect(201)).body.id;
const get = (id: string, person?: TestPerson, query = '') =>
  testApp
    .http()
    .get(`/api/files/${id}${query}`)
    .set(person?.headers ?? {});
const claim = (ids: string[], subject = { type: 'order', id: uuidv7() }, person = owner) =>
  testApp.database.transaction((tx) => service().claimForOrder(tx, CITY, person.personId, ids, subject));
const stored = async (): Promise<string[]> =>
  (await readdir(join(testApp.dataDir, 'files'), { recursive: true })).filter((name) => name.endsWith('.jpg'));
const makeOld = (id: string) =>
  testApp.database.rows(`UPDATE files SET created_at = now() - interval '25 hours' WHERE id = $1`, [id]);

describe('sending a photo', () => {
  it('answers with its id and the size of what is kept', async () => {
    const { body } = await send(photo).expect(201);
    expect(body).toEqual({ id: expect.any(String), width: 500, height: 375, bytes: expect.any(Number) });
    const { body: large, headers } = await get(body.id, owner).expect(200);
    expect(large.length).toBe(body.bytes);
    expect(headers).toMatchObject({
      'content-type': 'image/jpeg',
      'content-disposition': 'inline',
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-cache',
      vary: 'Authorization',
    });
    const { body: thumb } = await get(body.id, owner, '?size=thumb').expect(200);
    expect(await sharp(thumb).metadata()).toMatchObject({ width: 400, height: 300 });
  });

  it('takes HEIC, whatever the file is called', async () => {
    expect((await send(HEIC, owner, '照片 𠮷.txt').expect(201)).body).toMatchObject({ width: 64, height: 48 });
  });

  it('stores the same photo of two people once, as a file of each', async () => {
    const same = await plain(90, 90, '#123456').png().toBuffer();
    const before = (await stored()).length;
    const ids = [await upload(same), await upload(same), await upload(same, stranger)];
    expect(new Set(ids).size).toBe(3);
    expect(await stored()).toHaveLength(before + 2);
  });

  it('is for people who are signed in', async () => {
    const { body } = await testApp.http().post('/api/files').attach('file', photo, 'photo.jpg').expect(401);
    expect(body.code).toBe('auth.required');
  });

  it.each([
    ['nothing', () => Buffer.alloc(0), 422, 'file.damaged'],
    ['half a photo', () => photo.subarray(0, photo.length / 2), 422, 'file.damaged'],
    [
      'a script',
      () => Buffer.from('<svg onload="alert(1)" xmlns="http://www.w3.org/2000/svg"/>'),
      415,
      'file.type_unsupported',
    ],
    ['a PDF', () => Buffer.from('%PDF-1.7\n%âãÏÓ'), 415, 'file.type_unsupported'],
    ['more than 10 MB', () => Buffer.concat([photo, Buffer.alloc(10 * 1024 * 1024)]), 413, 'file.too_large'],
    ['far more than 10 MB', () => Buffer.alloc(12 * 1024 * 1024), 413, 'file.too_large'],
  ])('refuses %s with a sentence', async (_, bytes, status, code) => {
    const { body, headers } = await send(bytes()).expect(status);
    expect(headers['content-type']).toContain('application/problem+json');
    expect(body).toMatchObject({ status, code, title: expect.stringMatching(/[\u4e00-\u9fff]/) });
  });

  it('refuses requests that are no upload, never with a 5xx', async () => {
    const post = () => testApp.http().post('/api/files').set(owner.headers);
    const codes = [
      await post().send({ file: 'x' }),
      await post().field('note', 'no file'),
      await post().attach('a', photo, 'a.jpg').attach('b', photo, 'b.jpg'),
      await post().set('content-type', 'multipart/form-data').send('no boundary'),
      await post().set('content-type', 'multipart/form-data; boundary=x').send('--x\r\nbroken'),
      await post().set('content-type', 'multipart/form-data; boundary=x').send(''),
      await post()
        .set('content-type', 'multipart/form-data; boundary=x')
        .send('--x\r\nContent-Disposition: form-data; name="__proto__"; filename="a"\r\n\r\nx\r\n--x--\r\n'),
    ].map(({ status, body }) => `${status} ${body.code}`);
    expect(codes).toEqual([
      '415 request.unsupported_type',
      '400 file.missing',
      '400 file.one_at_a_time',
      '400 request.malformed',
      '400 request.malformed',
      '400 file.missing',
      '400 request.malformed',
    ]);
  });

  it('leaves no half file behind, whatever came', async () => {
    const halfFiles = () => readdir(join(testApp.dataDir, 'uploads'));
    // The answer to a bad request does not wait for the cleaning up.
    const until = Date.now() + 5_000;
    while ((await halfFiles()).length > 0 && Date.now() < until) await pause(20);
    expect(await halfFiles()).toEqual([]);
  });

  it('takes 300 a day from one person and says when it goes on', async () => {
    const person = await signInAs(testApp);
    await testApp.database.rows(
      `INSERT INTO files (city_id, id, owner_id, sha256, width, height, bytes)
       SELECT $1, uuidv7(), $2, repeat('a', 64), 1, 1, 1 FROM generate_series(1, 300)`,
      [CITY, person.personId],
    );
    const { body, headers } = await send(photo, person).expect(429);
    expect(body.code).toBe('file.too_many_today');
    expect(Number(headers['retry-after'])).toBeLessThanOrEqual(86_400);
    await testApp.database.rows(`UPDATE files SET created_at = now() - interval '1 day' WHERE owner_id = $1`, [
      person.personId,
    ]);
    await send(photo, person).expect(201);
  });

  it('takes forty at once and asks the rest of a crowd to wait', async () => {
    const reader = testApp.app.get(PhotoReader);
    const read = reader.read.bind(reader);
    let open: () => void = () => undefined;
    const opened = new Promise<void>((resolve) => void (open = resolve));
    const held = jest.spyOn(reader, 'read').mockImplementation((path) => opened.then(() => read(path)));

    const answers = Array.from({ length: 50 }, () =>
      send(photo).then(({ status, body, headers }) => ({ status, body, headers })),
    );
    const turnedAway: unknown[] = [];
    for (const answer of answers) {
      void answer.then(
        ({ status, body, headers }) => void turnedAway.push([status, body.code, headers['retry-after']]),
      );
    }
    while (turnedAway.length < 10) await pause(10);
    expect(turnedAway).toEqual(Array(10).fill([503, 'file.busy', '3']));
    open();
    const statuses = (await Promise.all(answers)).map(({ status }) => status).sort();
    expect(statuses).toEqual([...Array(40).fill(201), ...Array(10).fill(503)]);
    held.mockRestore();
    await send(photo).expect(201);
  });
});

describe('seeing a photo', () => {
  it('is for its sender alone until something claims it', async () => {
    const id = await upload(photo);
    await get(id, owner).expect(200);
    expect((await get(id, stranger).expect(404)).body.code).toBe('file.not_found');
    await get(id).expect(404);
  });

  it('is for whoever may see what it belongs to', async () => {
    const id = await upload(photo);
    const matter = uuidv7();
    testApp.app
      .get(FileAccess)
      .register('matter', async (caller, subject) => caller.personId === stranger.personId && subject === matter);
    await claim([id], { type: 'matter', id: matter });
    await get(id, stranger).expect(200);
    await get(id, await signInAs(testApp)).expect(404);
    await get(id).expect(404);
    expect(() => testApp.app.get(FileAccess).register('matter', async () => true)).toThrow('two rules');
  });

  it('is for everybody once it is published and passed, and no longer when either is taken back', async () => {
    const subject = { type: 'order', id: uuidv7() };
    const [shown, hidden] = [await upload(photo), await upload(photo)];
    await claim([shown, hidden], subject);
    await service().publish(testApp.database, CITY, subject, [shown]);
    await get(shown).expect(404);
    await service().moderate(testApp.database, CITY, [shown, hidden], 'passed');
    const { headers } = await get(shown).expect(200);
    expect(headers['cache-control']).toBe('public, max-age=86400, immutable');
    await get(hidden).expect(404);

    await service().moderate(testApp.database, CITY, [shown], 'refused');
    await get(shown).expect(404);
    await service().moderate(testApp.database, CITY, [shown], 'passed');
    await service().publish(testApp.database, CITY, subject, []);
    await get(shown).expect(404);
    await get(shown, owner).expect(200);
  });

  it('costs no bytes when the reader has it already, and no look past the access check', async () => {
    const id = await upload(photo);
    const { headers } = await get(id, owner).expect(200);
    const again = await get(id, owner).set('if-none-match', `"other", W/${headers['etag']}`).expect(304);
    expect(again.text).toBe('');
    expect(again.headers['etag']).toBe(headers['etag']);
    await get(id, stranger)
      .set('if-none-match', headers['etag'] ?? '')
      .expect(404);
    await get(id, owner, '?size=thumb')
      .set('if-none-match', headers['etag'] ?? '')
      .expect(200);
  });

  it.each(['nonsense', '0', '%00', '..%2f..%2fetc%2fpasswd', uuidv7(), '𠮷'])('knows no photo %s', async (id) => {
    expect((await get(encodeURI(decodeURI(id)), owner)).status).toBe(404);
  });

  it('refuses a size it does not have', async () => {
    const { body } = await get(uuidv7(), owner, '?size=huge').expect(400);
    expect(body.errors[0].field).toBe('size');
  });

  it('of which the pixels are lost is a 404', async () => {
    const id = await upload(photo);
    await testApp.database.rows(`UPDATE files SET sha256 = repeat('b', 64) WHERE id = $1`, [id]);
    await get(id, owner).expect(404);
  });
});

describe('links', () => {
  const linksOf = (ids: string[], person = owner) =>
    testApp.http().post('/api/files/links').set(person.headers).send({ ids });

  it('open what the asker may see, for readers that cannot sign in', async () => {
    const [mine, other] = [await upload(photo), await upload(photo, stranger)];
    const { body } = await linksOf([other, mine]).expect(200);
    expect(body.items.map(({ id }: { id: string }) => id)).toEqual([mine]);
    const [{ thumbUrl, largeUrl, expiresAt }] = body.items;
    const { headers, body: thumb } = await testApp.http().get(thumbUrl).expect(200);
    expect(headers['cache-control']).toMatch(/^private, max-age=\d{4}$/);
    expect((await sharp(thumb).metadata()).width).toBe(400);
    await testApp.http().get(largeUrl).expect(200);
    const hoursLeft = (Date.parse(expiresAt) - Date.now()) / 3_600_000;
    expect(hoursLeft).toBeGreaterThan(1);
    expect(hoursLeft).toBeLessThanOrEqual(2);
  });

  it('open nothing else: not another photo, not later, not altered', async () => {
    const [mine, other] = [await upload(photo), await upload(photo, stranger)];
    const { body } = await linksOf([mine]).expect(200);
    const ticket = new URL(body.items[0].largeUrl, 'http://x').searchParams.get('ticket') ?? '';
    const [city, seconds, seal] = ticket.split('.');
    await get(other, undefined, `?ticket=${ticket}`).expect(404);
    await get(mine, undefined, `?ticket=${city}.${Number(seconds) + 3600}.${seal}`).expect(404);
    await get(mine, undefined, `?ticket=320500.${seconds}.${seal}`).expect(404);
    await get(mine, undefined, `?ticket=${'A'.repeat(64)}`).expect(404);
    await get(mine, undefined, '?ticket=%F0%9F%98%80').expect(404);
  });
});

describe('claiming for an order', () => {
  it('ties photos to it, and again without effect', async () => {
    const subject = { type: 'order', id: uuidv7() };
    const ids = [await upload(photo), await upload(photo)];
    await claim(ids, subject);
    await claim([...ids, ...ids], subject);
    const rows = await testApp.database.rows('SELECT id FROM files WHERE subject_id = $1', [subject.id]);
    expect(rows).toHaveLength(2);
  });

  it('refuses what is not there, somebody else’s, or another subject’s, and then ties none of them', async () => {
    const [free, taken, other] = [await upload(photo), await upload(photo), await upload(photo, stranger)];
    await claim([taken]);
    await expect(claim([free, uuidv7()])).rejects.toMatchObject({ status: 422, code: 'file.not_found' });
    await expect(claim([free, other])).rejects.toMatchObject({ status: 422, code: 'file.not_found' });
    await expect(claim([free, taken])).rejects.toMatchObject({ status: 409, code: 'file.used_elsewhere' });
    await expect(claim(Array.from({ length: 10 }, () => uuidv7()))).rejects.toMatchObject({
      status: 422,
      code: 'file.too_many',
    });
    expect(await testApp.database.first('SELECT subject_id FROM files WHERE id = $1', [free])).toEqual({
      subject_id: null,
    });
  });

  it('goes to one of many that try at once', async () => {
    const ids = [await upload(photo), await upload(photo), await upload(photo)];
    const orders = ids.map((_, turn) => [...ids.slice(turn), ...ids.slice(0, turn)]);
    const settled = await Promise.allSettled([...orders, ...orders].map((order) => claim(order)));
    expect(settled.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const rows = await testApp.database.rows('SELECT DISTINCT subject_id FROM files WHERE id = ANY($1)', [ids]);
    expect(rows).toHaveLength(1);
  });
});

describe('the hourly cleaning', () => {
  const clean = () => testApp.app.get(FilesJobs).removeUnused();
  const exists = async (id: string) =>
    (await testApp.database.first('SELECT 1 FROM files WHERE id = $1', [id])) !== null;

  it('removes what nothing claimed in 24 hours, row and pixels, and nothing else', async () => {
    await clean();
    const kept = await stored();
    const forgotten = await upload(await plain(71, 71).png().toBuffer());
    const [claimed, recent] = [await upload(photo), await upload(photo)];
    await claim([claimed]);
    for (const id of [forgotten, claimed]) await makeOld(id);
    expect(await stored()).toHaveLength(kept.length + 2);
    expect(await clean()).toBe(1);
    expect(await stored()).toEqual(kept);
    expect([await exists(forgotten), await exists(claimed), await exists(recent)]).toEqual([false, true, true]);
    expect(await clean()).toBe(0);
  });

  it('keeps pixels that another photo still has', async () => {
    const same = await plain(72, 72).png().toBuffer();
    const [forgotten, used] = [await upload(same), await upload(same, stranger)];
    await makeOld(forgotten);
    await clean();
    await get(used, stranger).expect(200);
  });

  it('removes photos of a subject that may no longer be kept, which are gone at once', async () => {
    const subject = { type: 'order', id: uuidv7() };
    const id = await upload(await plain(73, 73).png().toBuffer());
    await claim([id], subject);
    await service().removeOf(testApp.database, CITY, subject);
    await get(id, owner).expect(404);
    expect(await clean()).toBe(1);
    expect(await exists(id)).toBe(false);
  });

  it('never takes the pixels of a photo that is sent again at the same moment', async () => {
    for (let round = 0; round < 10; round += 1) {
      const same = await plain(74, 74, `#0000${10 + round}`)
        .png()
        .toBuffer();
      await makeOld(await upload(same));
      const [id] = await Promise.all([upload(same), clean(), clean()]);
      await get(id, owner).expect(200);
    }
  });
});

describe('the table', () => {
  it('is what the entity says, and can be made again', async () => {
    const { dataSource } = testApp.database;
    const runner = dataSource.createQueryRunner();
    const migration = new CreateFiles1763000004000();
    await migration.down(runner);
    await migration.up(runner);
    await runner.release();
    const { upQueries } = await dataSource.driver.createSchemaBuilder().log();
    expect(upQueries.filter(({ query }) => /\bfiles/.test(query))).toEqual([]);
  });
});
