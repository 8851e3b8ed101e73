import { v7 as uuidv7 } from 'uuid';
import { ensureArea, type TestPerson } from '../identity/testing/sign-in-as.js';
import { COMMUNITY } from '../orders/testing/order-world.js';
import { PersonalData } from '../platform/crypto/personal-data.js';
import { WechatIdentityClient } from '../platform/wechat/wechat-identity.client.js';
import { BoardCache } from '../platform/boards/board-cache.js';
import { ModerationService } from './moderation.service.js';
import { type BoardWorld, createBoardWorld, type Moves, WISH } from './testing/board-world.js';
import { publicRoutes } from './testing/public-routes.js';
import { type Door, doorsOf, idNumbersOf, namesOf, phonesOf, plain } from './testing/spellings.js';

const GRID = `${COMMUNITY}/G01`;

interface Somebody {
  readonly person: TestPerson;
  readonly name: string;
  readonly phone: string;
  readonly idNumber: string;
  readonly openId: string;
  readonly door: Door;
}

const WHO = {
  resident: ['王小兰', '19900001137', '32040219551103824X', { building: 3, unit: 2, room: 501 }],
  neighbour: ['李伟', '19900001174', '320402199506189075', { building: 5, unit: 1, room: 302 }],
  member: ['欧阳建平', '19900001211', '320402196803219599', { building: 12, unit: 3, room: 1203 }],
  dispatcher: ['郑惠芳', '19900001285', '320402198605149074', { building: 7, unit: 4, room: 604 }],
  secretary: ['孙国梁', '19900001322', '320402197309021231', { building: 9, unit: 2, room: 202 }],
  stranger: ['赵无关', '19900001359', '320402197912091429', { building: 8, unit: 1, room: 101 }],
} as const;

let world: BoardWorld;
const people: Somebody[] = [];

/** All that could give somebody away, in every spelling, as one text. */
const everything = (start: number, of: readonly Somebody[] = people): string =>
  of
    .map(({ name, phone, idNumber, door }) => {
      const spelled = [namesOf(name), phonesOf(phone), idNumbersOf(idNumber), doorsOf(door)];
      return spelled.map((ways) => ways[start % ways.length]).join('；');
    })
    .join('。');
const SPELLINGS = 16;

async function describePerson(key: keyof typeof WHO): Promise<Somebody> {
  const [name, phone, idNumber, door] = WHO[key];
  const { test } = world;
  const person = world[key];
  const seal = (text: string, context: string) => test.app.get(PersonalData).seal(text, context);
  const openId = await test.app.get(WechatIdentityClient).openIdOf(`${key}.1`);
  await test.database.rows('UPDATE persons SET name = $2, phone_sealed = $3, id_number_sealed = $4 WHERE id = $1', [
    person.personId,
    name,
    seal(phone, 'persons.phone_sealed'),
    seal(idNumber, 'persons.id_number_sealed'),
  ]);
  await test.database.rows(
    `INSERT INTO logins (city_id, provider, subject, person_id) VALUES (320400, 'wechat', $1, $2)`,
    [openId, person.personId],
  );
  // Somebody else's name, as in a workshop called after a model worker.
  await test.database.rows(`UPDATE posts SET name = $2 WHERE person_id = $1`, [
    person.personId,
    `${WHO.stranger[0]}工作室党员`,
  ]);
  await liveAt(person.personId, door);
  return { person, name, phone, idNumber, openId, door };
}

async function liveAt(personId: string, { building, unit, room }: Door): Promise<void> {
  const { database } = world.test;
  const house = `${GRID}/G01-B${building}`;
  const path = `${house}/G01-B${building}-U${unit}`;
  const areaId = await ensureArea(world.test, path);
  await database.rows(`UPDATE areas SET name = $2 WHERE path = $1`, [house, `${building}幢`]);
  await database.rows(`UPDATE areas SET name = $2 WHERE path = $1`, [path, `${unit}单元`]);
  const dwelling = uuidv7();
  await database.rows('INSERT INTO dwellings (city_id, id, area_id, area_path, room) VALUES (320400, $1, $2, $3, $4)', [
    dwelling,
    areaId,
    path,
    String(room),
  ]);
  await database.rows(
    `INSERT INTO residencies (city_id, id, person_id, dwelling_id, area_id, area_path, relation, state)
     VALUES (320400, $1, $2, $3, $4, $5, 'owner', 'confirmed')`,
    [uuidv7(), personId, dwelling, areaId, path],
  );
  await database.rows(
    `INSERT INTO person_areas (city_id, person_id, area_id, reason) VALUES (320400, $1, $2, 'resident')`,
    [personId, areaId],
  );
}

beforeAll(async () => {
  world = await createBoardWorld();
  for (const key of Object.keys(WHO) as (keyof typeof WHO)[]) people.push(await describePerson(key));
});
afterAll(() => world.test.close());

/** Every public address there is, for every order, photo and person there is. */
async function addresses(): Promise<string[]> {
  const orders = await world.test.database.rows<{ id: string; number: string }>('SELECT id::text, number FROM orders');
  const values = [...orders.flatMap(({ id, number }) => [id, number]), ...people.map(({ person }) => person.personId)];
  const filters = ['', '?limit=100', '?kind=wish&limit=100', '?area=320402003012&limit=100', `?area=${GRID}`];
  return publicRoutes(world.test).flatMap((route) =>
    route.includes(':') ? values.map((value) => route.replace(/:\w+/g, value)) : filters.map((query) => route + query),
  );
}

/** What every public address answers now, headers included. */
async function everyPublicByte(): Promise<{ url: string; text: string }[]> {
  await world.test.drain();
  await world.test.app.get(ModerationService).sweep();
  world.test.app.get(BoardCache)['entries'].clear();
  const answers = [];
  for (const url of await addresses()) {
    const answer = await fetch((await world.test.app.getUrl()) + url);
    answers.push({ url, text: `${JSON.stringify([...answer.headers])} ${await textOf(answer)}` });
  }
  return answers;
}

/** All of an answer; of a stream, which never ends, its first event. */
async function textOf(answer: Response): Promise<string> {
  if (!answer.headers.get('content-type')?.startsWith('text/event-stream')) return answer.text();
  let text = '';
  for await (const chunk of answer.body ?? []) {
    text += Buffer.from(chunk).toString();
    if (/^data:.*\n\n/ms.test(text)) break;
  }
  return text;
}

/** What of these people can be read in an answer, disguised or not. */
function leaksOf(text: string): string[] {
  const bare = plain(text);
  return people.flatMap(({ name, phone, idNumber, openId, door, person }) => {
    // A door in figures alone is looked for as written: 5302 may be part of any number.
    const doors = doorsOf(door).filter((way) =>
      /\p{Script=Han}/u.test(way) ? bare.includes(plain(way)) : text.includes(way),
    );
    const secrets = [name, phone, idNumber].filter((secret) => bare.includes(plain(secret)));
    const ids = [openId, person.personId].filter((id) => text.includes(id));
    return [...doors, ...secrets, ...ids];
  });
}

async function expectNoLeak(): Promise<void> {
  const leaks = (await everyPublicByte())
    .map(({ url, text }) => ({ url, leaks: leaksOf(text) }))
    .filter(({ leaks }) => leaks.length > 0);
  expect(leaks).toEqual([]);
}

const shown = async (number: string) => (await world.board(`orders/${number}`)).status === 200;

it('knows the routes that are public, and finds what it looks for', () => {
  expect(publicRoutes(world.test)).toEqual(
    expect.arrayContaining([
      '/api/boards/results',
      '/api/boards/wishes',
      '/api/boards/areas',
      '/api/boards/orders/:number',
      '/api/files/:id',
    ]),
  );
  for (let i = 0; i < SPELLINGS; i += 1) {
    for (const somebody of people) {
      const text = JSON.stringify({ words: everything(i, [somebody]), by: somebody.openId });
      expect(leaksOf(text).length).toBeGreaterThanOrEqual(5);
    }
  }
});

describe('no public byte gives anybody away', () => {
  const home = (i: number) => ({ area: 'G01-B3', address: doorsOf(WHO.resident[3])[i % 9] });
  /** Everybody writes everything they know about everybody, at every step there is. */
  const life = (i: number): Moves => [
    ['dispatcher', 'accept'],
    ['duty', 'reply', { text: `已联系 ${everything(i)}` }],
    ['neighbour', 'follow'],
    ['resident', 'remark', { text: everything(i) }],
    ['dispatcher', 'dispatch', { pool: 'members', reason: everything(i + 1) }],
    ['member', 'claim'],
    ['member', 'return', { reason: everything(i + 2) }],
    ['dispatcher', 'dispatch', { pool: 'members' }],
    ['member', 'claim'],
    ['member', 'start'],
    ['member', 'suspend', { reason: everything(i + 3) }],
    ['member', 'resume'],
    ['member', 'done', { summary: `上门见到 ${everything(i + 4)}` }],
    ['dispatcher', 'publish', i % 2 === 0 ? {} : { text: `为 ${everything(i + 5)} 办好了事` }],
    ['resident', 'rate', { solved: false, stars: 2, comment: `去问 ${everything(i + 6)}`.slice(0, 480) }],
    ['resident', 'reopen', { reason: `还是 ${everything(i + 7)}`.slice(0, 480) }],
    ['dispatcher', 'dispatch', { pool: 'members' }],
    ['member', 'claim'],
    ['member', 'start'],
    ['member', 'done', { summary: everything(i + 8) }],
    ['secretary', 'publish', {}],
    ['resident', 'rate', { solved: true, stars: 5, comment: everything(i + 9).slice(0, 480) }],
  ];
  const told = (i: number, more: object = {}) => ({
    ...WISH,
    title: everything(i, people.slice(0, 1)).slice(0, 60),
    description: `我是 ${everything(i)}`,
    ...home(i),
    ...more,
  });

  // The steps of one life use ten spellings each; together the lives use every one at several steps.
  it.each([0, 3, 6, 9, 12, 15])('whatever is written at every step (spellings from %i)', async (i) => {
    const { id, number } = await world.make(told(i, { anonymous: i % 2 === 0 }));
    const moves = life(i);
    await world.walk(id, moves.slice(0, 14));
    await expectNoLeak();
    await world.walk(id, moves.slice(14));
    await expectNoLeak();
    expect(await shown(number)).toBe(true);
  });

  it('in orders that are confidential, merged, split, rejected, appealed or withdrawn', async () => {
    const survivor = await world.make(told(0), [['dispatcher', 'accept']]);
    const merged = await world.make(told(1), [
      ['dispatcher', 'accept'],
      ['neighbour', 'follow'],
      ['dispatcher', 'merge', { into: survivor.id }],
    ]);
    const secret = await world.make(told(2, { confidential: true }), [
      ['dispatcher', 'accept'],
      ['dispatcher', 'reply', { text: everything(3) }],
    ]);
    const tasks = [world.member, world.member2].map(({ personId }) => ({
      to: { personId },
      title: everything(4, people.slice(0, 1)).slice(0, 60),
      description: everything(5),
    }));
    const parent = await world.make(told(3), [
      ['dispatcher', 'accept'],
      ['dispatcher', 'split', { tasks }],
    ]);
    const rejected = await world.make(told(4), [
      ['dispatcher', 'reject', { reason: everything(6).slice(0, 480) }],
      ['resident', 'appeal', { reason: everything(7).slice(0, 480) }],
    ]);
    const withdrawn = await world.make(told(5), [
      ['dispatcher', 'accept'],
      ['resident', 'withdraw', { reason: everything(8).slice(0, 480) }],
    ]);
    await expectNoLeak();
    expect([await shown(survivor.number), await shown(parent.number)]).toEqual([true, true]);
    const answers = await everyPublicByte();
    for (const { number } of [merged, secret, rejected, withdrawn])
      expect(answers.filter(({ text }) => text.includes(number)).map(({ url }) => url)).toEqual([]);
  });

  it('nor does the database the boards are read from', async () => {
    const rows = await world.test.database.rows(
      `SELECT to_jsonb(p) || to_jsonb(s) AS row FROM publications p JOIN publication_steps s USING (city_id, order_id)`,
    );
    expect(rows.length).toBeGreaterThan(50);
    expect(rows.flatMap((row) => leaksOf(JSON.stringify(row)))).toEqual([]);
  });

  it('nor does a name come back when its owner is erased and the order moves on', async () => {
    const { id, number } = await world.make({ ...WISH, description: '王小兰想找人下棋' }, [['dispatcher', 'accept']]);
    await world.test.drain();
    await world.test.database.rows(`UPDATE persons SET name = '已注销' WHERE id = $1`, [world.resident.personId]);
    await world.walk(id, [['dispatcher', 'dispatch', { pool: 'members' }]]);
    await world.test.app.get(ModerationService).sweep();
    const { body } = await world.board(`orders/${number}`);
    await world.test.database.rows(`UPDATE persons SET name = '王小兰' WHERE id = $1`, [world.resident.personId]);
    expect(body.text).toBe('〔姓名已隐去〕想找人下棋');
  });
});
