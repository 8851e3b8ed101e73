import { plain } from '../files/testing/pictures.js';
import type { TestPerson } from '../identity/testing/sign-in-as.js';
import { type BoardWorld, createBoardWorld, type Moves, TO_DONE, WISH } from './testing/board-world.js';

let world: BoardWorld;
beforeAll(async () => {
  world = await createBoardWorld();
});
afterAll(() => world.test.close());

let colour = 0;
async function photo({ headers }: TestPerson): Promise<string> {
  const picture = await plain(32, 24, `#${String((colour += 1)).padStart(6, '0')}`)
    .jpeg()
    .toBuffer();
  const { body } = await world.test.http().post('/api/files').set(headers).attach('file', picture, 'a.jpg').expect(201);
  return body.id;
}
const isPublic = async (id: string): Promise<boolean> => {
  await world.test.drain();
  return (await world.test.http().get(`/api/files/${id}`)).status === 200;
};
const doneWith = (photoIds: string[]): Moves => [
  ...TO_DONE.slice(0, -1),
  ['member', 'done', { summary: '已经办好了', photoIds }],
];

describe('photos of an order', () => {
  it('are public from publication on, and no longer once the order left the board', async () => {
    const [asked, evidence] = [await photo(world.resident), await photo(world.member)];
    const { id, number } = await world.make({ ...WISH, photoIds: [asked] }, doneWith([evidence]));
    expect((await world.board(`orders/${number}`)).body.photoIds).toEqual([]);
    expect([await isPublic(asked), await isPublic(evidence)]).toEqual([false, false]);
    await world.walk(id, [['dispatcher', 'publish']]);
    expect((await world.board(`orders/${number}`)).body.photoIds).toEqual([asked, evidence]);
    expect([await isPublic(asked), await isPublic(evidence)]).toEqual([true, true]);
    await world.walk(id, [['resident', 'reopen', { reason: '没有办好' }]]);
    expect((await world.board(`orders/${number}`)).body.photoIds).toEqual([]);
    expect([await isPublic(asked), await isPublic(evidence)]).toEqual([false, false]);
  });

  it('that an anonymous resident sent never are', async () => {
    const [asked, evidence] = [await photo(world.resident), await photo(world.member)];
    const { number } = await world.make({ ...WISH, anonymous: true, photoIds: [asked] }, [
      ...doneWith([evidence]),
      ['dispatcher', 'publish'],
    ]);
    expect((await world.board(`orders/${number}`)).body.photoIds).toEqual([evidence]);
    expect([await isPublic(asked), await isPublic(evidence)]).toEqual([false, true]);
  });

  it('wait for the words they belong to', async () => {
    const asked = await photo(world.resident);
    const { id } = await world.make({ ...WISH, photoIds: [asked] }, [...TO_DONE, ['dispatcher', 'publish']]);
    expect(await isPublic(asked)).toBe(true);
    await world.test.database.rows(
      `UPDATE publication_steps SET moderation = 'refused', verdict = 'risky' WHERE id = $1`,
      [id],
    );
    const edit = (body: object) =>
      world.test.http().put(`/api/publications/${id}`).set(world.dispatcher.headers).send(body);
    await world.test.database.rows(
      `INSERT INTO logins (city_id, provider, subject, person_id) VALUES (320400, 'wechat', 'o-dispatcher', $1)`,
      [world.dispatcher.personId],
    );
    await edit({ text: '换个说法' }).expect(200);
    expect(await isPublic(asked)).toBe(false);
    await world.test
      .http()
      .post(`/api/publications/${id}/overrule`)
      .set(world.dispatcher.headers)
      .send({ reason: '已经核对过了', steps: [id] })
      .expect(200);
    expect(await isPublic(asked)).toBe(true);
  });

  it('that a check refused stay hidden, whoever publishes', async () => {
    const asked = await photo(world.resident);
    await world.test.database.rows(`UPDATE files SET moderation = 'refused' WHERE id = $1`, [asked]);
    await world.make({ ...WISH, photoIds: [asked] }, [...TO_DONE, ['dispatcher', 'publish']]);
    expect(await isPublic(asked)).toBe(false);
  });
});
