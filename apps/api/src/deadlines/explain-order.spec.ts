import { CalendarsService } from '../calendars/calendars.service.js';
import { createOrderWorld, type OrderWorld } from '../orders/testing/order-world.js';
import { explainOrder } from './explain-order.js';
import { FiringService } from './firing.service.js';
import { letPass } from './testing/let-pass.js';

const CITY = 320400;

describe('deadlines:explain', () => {
  let world: OrderWorld;
  beforeAll(async () => {
    world = await createOrderWorld();
  });
  afterAll(() => world.test.close());

  const explain = (wanted: string) => {
    const { database } = world.test;
    return explainOrder(database, CalendarsService.on(database), CITY, wanted);
  };
  const pass = (span: string) => letPass(world.test.database, span);
  const fire = () => world.test.app.get(FiringService).drain(CITY);

  it('finds an order by its number or its id, and says so when there is none', async () => {
    const { id, number } = await world.create(world.resident);
    // A minute may pass between two questions.
    const still = async (asked: string) => (await explain(asked))?.replace(/还剩[^：]*|数据库时间[^；]*/g, '');
    const byId = await still(id);
    expect(byId).toContain(`诉求 ${number}（`);
    expect(await still(id.toUpperCase())).toBe(byId);
    expect(await still(number)).toBe(byId);
    expect(await explain('261123-999999')).toBeNull();
    expect(await explain(`' OR true --`)).toBeNull();
  });

  it('tells of every promise where its date comes from and what is left', async () => {
    const { id } = await world.create(world.resident);
    const text = await explain(id);
    expect(text).toMatch(/\n1\. .+：计时中\n {3}依据：.+\n {3}现状：.+还剩.+\n/);
    for (const name of ['公开回复', '受理', '全程']) expect(text).toMatch(new RegExp(`\\d\\. ${name}：计时中`));
    expect(text).toContain('提醒：应提醒2次，已提醒0次');
    expect(text).not.toContain('上报：');
    expect(text).not.toContain('异常');
  });

  it('tells that nobody looked at it in time, then of the miss, and of the office it climbed to', async () => {
    const { id } = await world.create(world.resident);
    await pass('62 minutes');
    expect(await explain(id)).toMatch(/异常：.+就该处理，已晚\d+分钟。请检查工作进程/);
    await fire();
    const text = (await explain(id)) ?? '';
    expect(text).not.toContain('异常');
    expect(text).toMatch(/公开回复：已超时\n(.*\n)*? {3}现状：应于.+前完成，至今没有做到\n/);
    expect(text).toMatch(/ {3}上报：.+报到第1级 社区书记（320400\/\S+，1人在岗）\n/);
    expect(text).toMatch(/上报处理（第1级，因公开回复超时）：计时中/);
    for (const { personId } of [world.secretary, world.resident]) expect(text).not.toContain(personId);
    await world.act(world.duty, id, 'reply', { text: '已经联系物业，今晚到场查看' });
    expect(await explain(id)).toMatch(/现状：应于.+前完成，.+才完成\n/);
  });

  it('tells of promises kept, pauses, and dates that were moved, by which post and why', async () => {
    const { id } = await world.create(world.resident);
    await world.act(world.dispatcher, id, 'accept');
    expect(await explain(id)).toMatch(/受理：按时完成\n(.*\n)*? {3}现状：应于.+前完成，.+按时完成\n/);
    await world.test.database.rows(
      `UPDATE deadlines SET adjustments = '[{"type":"pause","from":"2026-11-23T01:00:00Z","to":"2026-11-23T03:00:00Z"}]'
        WHERE order_id = $1 AND kind = 'finish'`,
      [id],
    );
    await world.test.database.rows(
      `INSERT INTO deadline_changes (city_id, id, deadline_id, what, due_before, due_after, reason, post_name)
       SELECT city_id, uuidv7(), id, 'extended', '2026-11-30T09:30:00Z', '2026-12-01T16:00:00Z', '等配件', '街道督办'
         FROM deadlines WHERE order_id = $1 AND kind = 'finish'`,
      [id],
    );
    const text = await explain(id);
    expect(text).toContain('   暂停：11月23日09:00至11月23日11:00\n');
    expect(text).toMatch(/ {3}延期：.+由街道督办从11月30日17:30改到12月1日24:00（等配件）\n/);
  });
});
