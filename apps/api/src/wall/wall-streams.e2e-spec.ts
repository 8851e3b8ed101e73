import { request } from 'node:http';
import { pino } from 'pino';
import { AppModule } from '../app.module.js';
import { FiringService } from '../deadlines/firing.service.js';
import { withMatters, type MatterWorld } from '../matters/testing/matter-world.js';
import { createOrderWorld } from '../orders/testing/order-world.js';
import type { Config } from '../platform/config/config.js';
import { CONFIG } from '../platform/config/config.module.js';
import { createApp } from '../platform/http/create-app.js';
import { Metrics } from '../platform/metrics/metrics.js';
import { listen, type Screen, until } from './testing/listen.js';
import { WallStreamLimits } from './wall-streams.service.js';
import { WallRepository } from './wall.repository.js';

const COMMUNITY = '320402003012';
let world: MatterWorld;
let base: string;
let limits: WallStreamLimits;
const screens: Screen[] = [];
beforeAll(async () => {
  world = await withMatters(await createOrderWorld());
  base = await world.test.app.getUrl();
  limits = world.test.app.get(WallStreamLimits);
  limits.lookEveryMs = 200;
});
afterAll(() => world.test.close());
afterEach(() => {
  for (const screen of screens.splice(0)) screen.close();
});

async function screen(area = COMMUNITY, headers: Record<string, string> = {}): Promise<Screen> {
  const opened = await listen(`${base}/api/wall/stream?area=${area}`, headers);
  screens.push(opened);
  return opened;
}
const numbers = (event: Readonly<Record<string, unknown>> | undefined): string[] =>
  ((event?.['matters'] ?? []) as { number: string }[]).map(({ number }) => number);
const quiet = () => new Promise((resolve) => setTimeout(resolve, 700));

it('is told to every screen as it is, and again when it changed: made once for all of them', async () => {
  const [one, two] = [await screen(), await screen()];
  expect(one.status).toBe(200);
  expect(one.headers).toMatchObject({
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store, no-transform',
    'x-accel-buffering': 'no',
    'x-content-type-options': 'nosniff',
  });
  await until(() => one.events().length === 1 && two.events().length === 1);
  expect(one.text()).toMatch(/^retry: \d{4}\n\nevent: wall\nid: W\/".+"\ndata: \{"area"/);
  await quiet();
  expect([one.events().length, two.events().length]).toEqual([1, 1]);

  const made = jest.spyOn(world.test.app.get(WallRepository), 'matters');
  const { number } = await world.apply(world.resident);
  await world.test.drain();
  await until(() => one.events().length === 2 && two.events().length === 2);
  expect(numbers(one.events()[1])).toEqual([number]);
  expect(two.events()[1]).toEqual(one.events()[1]);
  await quiet();
  expect([one.events().length, two.events().length]).toEqual([2, 2]);
  expect(made).toHaveBeenCalledTimes(1);
  made.mockRestore();
});

it('is told to screens of another process, whichever made the change', async () => {
  const config = world.test.app.get<Config>(CONFIG);
  const other = await createApp(AppModule.with(config), config, pino({ level: 'silent' }));
  await other.listen(0, '127.0.0.1');
  try {
    const opened = await listen(`${await other.getUrl()}/api/wall/stream?area=${COMMUNITY}`);
    screens.push(opened);
    await until(() => opened.events().length === 1);
    // Its first look makes the wall anew in any case, and the next one because of time is ten seconds away.
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    const { number } = await world.apply(world.resident);
    await world.test.drain();
    await until(() => numbers(opened.events().at(-1)).includes(number));
  } finally {
    await other.close();
  }
});

it('gathers what happens at once into one event', async () => {
  limits.lookEveryMs = 600;
  const [only] = [await screen()];
  await until(() => only.events().length === 1);
  for (let i = 0; i < 4; i += 1) {
    await world.apply(world.resident);
    await world.test.drain();
  }
  await until(() => numbers(only.events().at(-1)).length >= 5);
  expect(only.events().length).toBeLessThanOrEqual(4);
  limits.lookEveryMs = 200;
});

it('is told of the community that changed, and of its street', async () => {
  const [here, street, elsewhere] = [
    await screen(),
    await screen('320402003'),
    await screen('320402003013').catch(() => null),
  ];
  expect(elsewhere?.status).toBe(422);
  await until(() => here.events().length === 1 && street.events().length === 1);
  const order = await world.create(world.resident);
  await world.test.database.rows(
    `UPDATE deadlines SET due_at = due_at - interval '3 hours', started_at = started_at - interval '3 hours', wake_at = wake_at - interval '3 hours' WHERE order_id = $1`,
    [order.id],
  );
  await world.test.drain();
  const shows = (each: Screen) => JSON.stringify(each.events().at(-1)).includes(order.number);
  await until(() => shows(here) && shows(street));
});

it('is told of a street although the wall of one of its communities cannot be made', async () => {
  const [community, street] = [await screen(), await screen('320402003')];
  await until(() => community.events().length > 0 && street.events().length > 0);
  const repository = world.test.app.get(WallRepository);
  const matters = repository.matters.bind(repository);
  const failing = jest
    .spyOn(repository, 'matters')
    .mockImplementation((cityId, path) =>
      path.endsWith(COMMUNITY) ? Promise.reject(new Error('no wall here')) : matters(cityId, path),
    );
  const { number } = await world.apply(world.resident);
  await world.test.drain();
  await until(() => numbers(street.events().at(-1)).includes(number));
  failing.mockRestore();
  await until(() => numbers(community.events().at(-1)).includes(number));
});

it('is told of a miss as soon as the clock has fired', async () => {
  const order = await world.create(world.resident);
  await world.test.drain();
  const opened = await screen();
  await until(() => opened.events().length === 1);
  await world.test.database.rows(
    `UPDATE deadlines SET started_at = now() - interval '61 minutes', due_at = now() - interval '1 minute', wake_at = now() WHERE order_id = $1 AND kind = 'reply'`,
    [order.id],
  );
  await world.test.app.get(FiringService).drain(320400);
  await world.test.drain();
  await until(() => JSON.stringify(opened.events().at(-1)).includes(order.number));
});

it('is told again when only time has passed', async () => {
  limits.refreshEveryMs = 300;
  const { id } = await world.apply(world.resident);
  await world.test.drain();
  const opened = await screen();
  await until(() => opened.events().length >= 1);
  await world.test.database.rows(
    `UPDATE deadlines SET due_at = now() - interval '1 second', started_at = now() - interval '2 days', wake_at = now() + interval '1 day' WHERE subject_id = $1`,
    [id],
  );
  await until(() => JSON.stringify(opened.events().at(-1)).includes('"overdue":true'));
  limits.refreshEveryMs = 10_000;
});

it('sends nothing twice to a screen that comes back', async () => {
  // What is shown may be a second old, and what the tests before did is to be on it.
  await quiet();
  await quiet();
  const first = await screen();
  await until(() => first.events().length === 1);
  const [, tag = ''] = /id: (.+)/.exec(first.text()) ?? [];
  const back = await screen(COMMUNITY, { 'last-event-id': tag });
  await quiet();
  expect(back.text()).toMatch(/^retry: \d+\n\n$/);
});

it('keeps the line alive, and looks at nothing while nobody does', async () => {
  limits.keepAliveEveryMs = 200;
  const opened = await screen();
  await until(() => opened.text().endsWith('\n\n: \n\n'));
  limits.keepAliveEveryMs = 15_000;
  opened.close();
  const looks = jest.spyOn(world.test.app.get(WallRepository), 'versions');
  await quiet();
  looks.mockClear();
  await quiet();
  expect(looks).not.toHaveBeenCalled();
  looks.mockRestore();
});

it('goes on telling after the database was away for a moment', async () => {
  const opened = await screen();
  await until(() => opened.events().length === 1);
  const broken = jest.spyOn(world.test.app.get(WallRepository), 'versions').mockRejectedValue(new Error('away'));
  await quiet();
  broken.mockRestore();
  await world.apply(world.resident);
  await world.test.drain();
  await until(() => opened.events().length === 2);
});

describe('room', () => {
  const measured = (): Promise<string> => world.test.app.get(Metrics).registry.metrics();
  const refused = async (): Promise<{ status: number; text: string; retry: string | undefined }> => {
    const opened = await screen();
    await opened.ended;
    return { status: opened.status, text: opened.text(), retry: opened.headers['retry-after'] };
  };

  it('is limited, told clearly, and given back', async () => {
    limits.screens = 2;
    const [one] = [await screen(), await screen()];
    expect(await refused()).toMatchObject({ status: 503, text: expect.stringContaining('wall.no_room'), retry: '30' });
    one.close();
    await until(async () => {
      const again = await screen();
      return again.status === 200;
    });
    // How long somebody looked is no measure of how fast answers are; that somebody was turned away is counted.
    expect(await measured()).toContain('route="/api/wall/stream",status="503"');
    expect(await measured()).not.toContain('route="/api/wall/stream",status="200"');
    limits.screens = 1_000;
  });

  it('is shared between addresses', async () => {
    limits.perAddress = 1;
    await screen();
    expect(await refused()).toMatchObject({ status: 429, text: expect.stringContaining('wall.too_many_screens') });
    const { status } = await screen(COMMUNITY, { 'x-forwarded-for': '203.0.113.7' });
    expect(status).toBe(200);
    limits.perAddress = 50;
  });

  it('is not taken by who only asks for the head, or leaves at once, or asks wrongly', async () => {
    limits.screens = 1;
    const head = await new Promise<number>((resolve) => {
      const sent = request(
        `${base}/api/wall/stream?area=${COMMUNITY}`,
        { method: 'HEAD', agent: false },
        (response) => {
          resolve(response.statusCode ?? 0);
          response.resume();
        },
      );
      sent.end();
    });
    expect(head).toBe(200);
    expect((await world.test.http().get('/api/wall/stream?area=nowhere')).status).toBe(422);
    for (let i = 0; i < 5; i += 1) {
      const left = request(`${base}/api/wall/stream?area=${COMMUNITY}`, { agent: false });
      left.on('error', () => undefined);
      left.end();
      setTimeout(() => left.destroy(), i);
    }
    await quiet();
    expect((await screen()).status).toBe(200);
    limits.screens = 1_000;
  });
});

it('ends with the server, at once', async () => {
  const [one, two] = [await screen(), await screen()];
  await until(() => one.events().length === 1 && two.events().length === 1);
  const started = Date.now();
  await Promise.all([world.test.app.close(), one.ended, two.ended]);
  expect(Date.now() - started).toBeLessThan(5_000);
});
