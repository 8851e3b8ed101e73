import { OutboxRelay } from '../platform/events/outbox.relay.js';
import { Database } from '../platform/database/database.js';
import { ProjectorService } from './projector.service.js';
import { PublicationsRepository } from './publications.repository.js';
import { type BoardWorld, createBoardWorld, TO_PUBLISHED, WISH } from './testing/board-world.js';

let world: BoardWorld;
beforeAll(async () => {
  world = await createBoardWorld();
});
afterAll(() => world.test.close());

const copies = () =>
  world.test.database.rows(
    'SELECT p.*, to_jsonb(s) AS step FROM publications p JOIN publication_steps s USING (city_id, order_id) ORDER BY s.order_id, s.id',
  );
const project = (ids: readonly string[]) =>
  world.test.app.get(Database).transaction((tx) => world.test.app.get(ProjectorService).project(tx, 320400, ids));

describe('public copies', () => {
  it('are the same however often and from wherever they are made', async () => {
    const a = await world.make(WISH, TO_PUBLISHED);
    const b = await world.make({}, TO_PUBLISHED);
    await world.test.drain();
    const first = await copies();
    await project([b.id, a.id]);
    await Promise.all([project([a.id, b.id]), project([b.id, a.id]), project([a.id])]);
    expect(await copies()).toEqual(first);
    await world.test.database.rows('DELETE FROM publications');
    await project([a.id, b.id]);
    expect(await copies()).toEqual(first);
  });

  it('follow the order whatever two relays do at once', async () => {
    const relay = world.test.app.get(OutboxRelay);
    const { id } = await world.make(WISH, [['dispatcher', 'accept']]);
    for (let i = 0; i < 5; i += 1) {
      await world.walk(id, [['dispatcher', 'dispatch', { pool: 'members' }]]);
      await Promise.all([relay.drain(), relay.drain(), relay.drain()]);
    }
    await world.walk(id, [['resident', 'withdraw', {}]]);
    await Promise.all([relay.drain(), relay.drain(), relay.drain()]);
    expect(await world.test.database.rows('SELECT 1 FROM publications WHERE order_id = $1', [id])).toEqual([]);
  });

  it('cannot be brought back by a worker that looked earlier', async () => {
    const { id } = await world.make(WISH, [['dispatcher', 'accept']]);
    await world.test.drain();
    const { database } = world.test;
    let slow: Promise<void> = Promise.resolve();
    await database.transaction(async (tx) => {
      // A first worker holds the order; a second one begins while it does and must wait before it looks.
      await world.test.app.get(PublicationsRepository).lock(tx, [id]);
      slow = project([id]);
      await new Promise((resolve) => setTimeout(resolve, 100));
      await database.rows(`UPDATE orders SET state = 'withdrawn' WHERE id = $1`, [id]);
      await world.test.app.get(PublicationsRepository).remove(tx, 320400, [id]);
    });
    await slow;
    expect(await database.rows('SELECT 1 FROM publications WHERE order_id = $1', [id])).toEqual([]);
  });

  it('name the area down to the grid, though the order lies in a building', async () => {
    const { id } = await world.make(WISH);
    await world.test.drain();
    const base = '320400/320402/320402003/320402003012';
    await world.test.database.rows(
      `INSERT INTO areas (city_id, id, code, name, level, path, source)
       VALUES (320400, gen_random_uuid(), 'G01', '第一网格', 'grid', $1 || '/G01', 'test'),
              (320400, gen_random_uuid(), 'G01-B3', '3幢', 'building', $1 || '/G01/G01-B3', 'test')`,
      [base],
    );
    await world.test.database.rows(`UPDATE orders SET area_path = $2 WHERE id = $1`, [id, `${base}/G01/G01-B3/U2`]);
    await project([id]);
    expect(
      await world.test.database.rows('SELECT area_path, area_name FROM publications WHERE order_id = $1', [id]),
    ).toEqual([{ area_path: `${base}/G01`, area_name: '320402003012 第一网格' }]);
  });

  it('follow an edit made before anybody accepted', async () => {
    const { id, number } = await world.make(WISH);
    await world.test.drain();
    await world.walk(id, [
      ['resident', 'edit', { title: '想有人陪着散步', description: '王秀英，晚饭后' }],
      ['dispatcher', 'accept'],
    ]);
    expect((await world.board(`orders/${number}`)).body).toMatchObject({
      title: '想有人陪着散步',
      text: '〔姓名已隐去〕，晚饭后',
    });
  });

  it('are made of many orders at once', async () => {
    await world.test.database.rows(
      `INSERT INTO orders (city_id, id, number, kind, category, state, version, title, description, area_path, community_code, reporter_id, created_by_id, anonymous, confidential, submitted_at)
       SELECT city_id, uuidv7(), 'y-' || g, kind, category, 'accepted', 1, title, description, area_path, community_code, reporter_id, created_by_id, false, false, submitted_at
         FROM (SELECT * FROM orders WHERE kind = 'wish' LIMIT 1) o, generate_series(1, 200) g`,
    );
    const ids = await world.test.database.rows<{ id: string }>(`SELECT id FROM orders WHERE number LIKE 'y-%'`);
    await project(ids.map(({ id }) => id));
    expect(await world.test.database.first(`SELECT count(*) AS n FROM publications WHERE number LIKE 'y-%'`)).toEqual({
      n: 200,
    });
  });
});
