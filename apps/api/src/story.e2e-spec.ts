import { verifyLedger } from './audit/verify-ledger.js';
import { LedgerRepository } from './audit/ledger.repository.js';
import {
  createDemoWorld,
  type DemoWorld,
  eventually,
  type Json,
  type Persona,
  type Posted,
} from './demo/testing/demo-world.js';
import { noise } from './files/testing/pictures.js';

interface Share {
  readonly numerator: number;
  readonly denominator: number;
}
interface Page {
  readonly items: readonly Json[];
}

const WISH = {
  kind: 'wish',
  category: 'wish-skill',
  title: '想学会用手机挂号',
  description: '我是刘淑珍，住富强新村一区3幢2单元501室，电话19900001137。孩子不在身边，想请人教我用手机挂号。',
};
const SUMMARY = '两次上门，教会了挂号、缴费和看报告，把步骤写成了大字卡片。';
const PRIVATE = /刘淑珍|19900001137|2单元|501室|320402195511038249/;

/** 居民点单 · 社区派单 · 党员接单 · 组织晒单 (C1, C2), told once from beginning to end on the demo community. */
describe('a wish comes true', () => {
  let world: DemoWorld;
  let wish: Posted;
  let winner: Persona;
  let loser: Persona;
  let photo: string;
  let before: { solvedByResident: Share; satisfied: Share; orders: number };
  beforeAll(async () => {
    world = await createDemoWorld();
    before = await figures();
  }, 120_000);
  afterAll(() => world.test.close());

  const figures = async () => (await world.get<{ total: typeof before }>('secretary', '/api/figures')).body.total;
  const onBoard = async (board: string): Promise<Json | undefined> =>
    (await world.get<Page>(null, `/api/boards/${board}?limit=100`)).body.items.find(
      ({ number }) => number === wish.number,
    );
  const view = async (who: Persona) => (await world.get(who, `/api/orders/${wish.id}`)).body;
  const listed = async (who: Persona, query: string): Promise<boolean> =>
    (await world.get<Page>(who, `/api/orders?limit=100&${query}`)).body.items.some(({ id }) => id === wish.id);

  it('is posted once, however often it is sent', async () => {
    const send = (body: object) => world.post('resident', '/api/orders', body, { 'Idempotency-Key': 'wish-1' });
    const [first, second] = await Promise.all([send(WISH), send(WISH)]);
    expect([first.status, second.status]).toEqual([201, 201]);
    expect(second.body).toEqual(first.body);
    wish = first.body as unknown as Posted;
    expect(wish).toMatchObject({ state: 'submitted', version: 1, number: expect.stringMatching(/^\d{6}-\d{6}$/) });
    expect((await send({ ...WISH, title: '另一个心愿' })).body).toMatchObject({
      code: 'request.idempotency_key_reused',
    });
    expect(await view('resident')).toMatchObject({
      visibility: 'full',
      address: null,
      area: { name: expect.any(String) },
    });
    expect(await world.get('resident2', `/api/orders/${wish.id}`)).toMatchObject({ status: 404 });
  });

  it('is answered in public by whoever is on duty', async () => {
    expect(await listed('duty', 'status=submitted')).toBe(true);
    const replied = await world.act('duty', wish, 'reply', { text: '刘阿姨您好，已经收到，今天就为您找老师。' });
    expect(replied).toMatchObject({ repliedAt: expect.any(String), state: 'submitted' });
  });

  it('hangs on the wall once the community has accepted it, without a word about who it is', async () => {
    expect(await world.act('dispatcher', wish, 'accept', { version: 2 })).toMatchObject({ state: 'accepted' });
    await eventually(world, async () =>
      expect(await onBoard('wishes')).toMatchObject({ lamp: 'waiting', result: null }),
    );
    const { body } = await world.get(null, `/api/boards/orders/${wish.number}`);
    expect(body).toMatchObject({ title: WISH.title, text: expect.stringContaining('想请人教我用手机挂号') });
    expect(JSON.stringify(body)).not.toMatch(PRIVATE);
  });

  it('goes to the hall, where members see what it is about and not whose it is', async () => {
    await world.act('dispatcher', wish, 'dispatch', { pool: 'members' });
    const { path: home } = (await view('resident'))['area'] as { path: string };
    const grid = home.split('/').slice(0, 5).join('/');
    for (const who of ['member', 'member2', 'cadre'] as const) {
      expect([who, await listed(who, 'pool=true')]).toEqual([who, true]);
      expect(await view(who)).toMatchObject({ visibility: 'pool', reporter: null, address: null });
      expect(JSON.stringify(await view(who))).not.toMatch(PRIVATE);
      expect([who, await listed(who, `pool=true&area=${grid}`)]).toEqual([who, true]);
      expect([who, await listed(who, `pool=true&area=${home}`)]).toEqual([who, false]);
    }
  });

  it('is claimed by one of two who ask at once', async () => {
    const claim = (who: Persona) => world.post(who, `/api/orders/${wish.id}/claim`);
    const answers = await Promise.all([claim('member'), claim('member2')]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(answers.find(({ status }) => status === 409)?.body).toMatchObject({ code: 'order.already_claimed' });
    [winner, loser] = answers[0]?.status === 200 ? ['member', 'member2'] : ['member2', 'member'];
    expect(await world.refused('cadre', wish, 'claim')).toBe('409 order.already_claimed');
    expect(await listed(loser, 'pool=true')).toBe(false);
    expect(await view(winner)).toMatchObject({ visibility: 'full', reporter: { name: '刘*珍' } });
  });

  it('is fulfilled by the winner alone, with a photo to show', async () => {
    expect(await world.refused(loser, wish, 'start')).toBe('403 order.not_allowed');
    expect(await world.refused(winner, wish, 'done', { summary: SUMMARY })).toBe('409 order.illegal_move');
    await world.act(winner, wish, 'start');
    const upload = await world.test
      .http()
      .post('/api/files')
      .set(world.headers[winner])
      .attach('file', await noise().jpeg().toBuffer(), 'evidence.jpg');
    photo = (upload.body as { id: string }).id;
    expect(await world.act(winner, wish, 'done', { summary: SUMMARY, photoIds: [photo] })).toMatchObject({
      state: 'done',
    });
    expect(await world.get(null, `/api/files/${photo}`)).toMatchObject({ status: 404 });
  });

  it('is published by the community, never by whoever did the work', async () => {
    expect(await world.refused(winner, wish, 'publish')).toBe('403 order.not_allowed');
    expect(await world.refused('resident', wish, 'rate', { solved: true, stars: 5 })).toBe('409 order.illegal_move');
    await world.act('secretary', wish, 'publish');
    await eventually(world, async () =>
      expect(await onBoard('results')).toMatchObject({
        result: SUMMARY,
        photoIds: [photo],
        lamp: 'claimed',
        stars: null,
      }),
    );
    expect(await world.get(null, `/api/files/${photo}`)).toMatchObject({ status: 200 });
  });

  it('lights its lamp when the resident says so', async () => {
    const rating = { solved: true, stars: 5, comment: '小王老师有耐心' };
    for (const who of ['resident2', 'dispatcher', winner] as const)
      expect([who, await world.refused(who, wish, 'rate', rating)]).toEqual([who, '403 order.not_allowed']);
    expect(await world.act('resident', wish, 'rate', rating)).toMatchObject({ state: 'rated', solved: true, stars: 5 });
    expect(await world.refused('resident', wish, 'rate', rating)).toBe('409 order.illegal_move');
    await eventually(world, async () =>
      expect(await onBoard('wishes')).toMatchObject({ lamp: 'lit', stars: 5, comment: rating.comment }),
    );
  });

  it('counts in the figures once', async () => {
    const after = await figures();
    const oneMore = ({ numerator, denominator }: Share) => ({ numerator: numerator + 1, denominator: denominator + 1 });
    expect(after.orders).toBe(before.orders + 1);
    expect(after.solvedByResident).toMatchObject(oneMore(before.solvedByResident));
    expect(after.satisfied).toMatchObject(oneMore(before.satisfied));
  });

  it('leaves one timeline: every step with its time and the post it was done by', async () => {
    const { body } = await world.get<readonly Json[]>('resident', `/api/orders/${wish.id}/timeline`);
    expect(body.map(({ label, post, toState }) => [label, post, toState])).toEqual([
      ['提交', null, 'submitted'],
      ['回复', '富强新村社区值班员', 'submitted'],
      ['受理', '富强新村社区派单员', 'accepted'],
      ['派单', '富强新村社区派单员', 'dispatched'],
      ['接单', winner === 'member' ? '第一网格党小组党员' : '第五网格党小组党员', 'claimed'],
      ['开始办理', expect.any(String), 'in_progress'],
      ['办理完成', expect.any(String), 'done'],
      ['晒单', '富强新村社区党委书记', 'published'],
      ['评价', null, 'rated'],
    ]);
    const times = body.map(({ at }) => Date.parse(String(at)));
    expect(times).toEqual([...times].sort((a, b) => a - b));
    const { body: page } = await world.get<{ steps: readonly Json[] }>(null, `/api/boards/orders/${wish.number}`);
    expect(page.steps.map(({ label }) => label)).toEqual(
      expect.arrayContaining(['提交', '回复', '办理完成', '晒单', '评价']),
    );
    expect(JSON.stringify(page)).not.toMatch(PRIVATE);
  });

  it('tells each of the steps that concern them, without a word of anybody', async () => {
    const told = async (who: Persona): Promise<readonly unknown[]> => {
      const { body } = await world.get<Page>(who, '/api/inbox?limit=100');
      const ours = body.items.filter(({ orderId }) => orderId === wish.id);
      expect(JSON.stringify(ours)).not.toMatch(PRIVATE);
      return ours.map(({ template }) => template).reverse();
    };
    await eventually(world, async () =>
      expect(await told('resident')).toEqual([
        'mine.replied',
        'mine.accepted',
        'mine.dispatched',
        'mine.claimed',
        'mine.started',
        'mine.done',
        'mine.published',
      ]),
    );
    expect(await told(winner)).toEqual(['work.published', 'work.ratedSolved']);
    expect(await told(loser)).toEqual([]);
    expect(await told('resident2')).toEqual([]);
    expect(await told('dispatcher')).toContain('desk.done');
    const unread = async () => (await world.get('resident', '/api/inbox/unread')).body['count'];
    const [before, newest] = [await unread(), (await world.get<Page>('resident', '/api/inbox')).body.items[0]];
    await world.post('resident', `/api/inbox/${String(newest?.['id'])}/read`);
    expect(await unread()).toBe(Number(before) - 1);
  });

  it('is chained in the ledger, and any change of it would show', async () => {
    await world.test.drain();
    const verified = await verifyLedger(world.test.app.get(LedgerRepository), 320400);
    expect(verified).toMatchObject({ broken: null, entries: expect.any(Number) });
    const events = await world.test.database.first<{ n: number }>('SELECT count(*)::int AS n FROM order_events');
    expect(verified.entries).toBe(events?.n);
    await world.test.database.rows('UPDATE order_events SET words = $2 WHERE order_id = $1 AND words = $3', [
      wish.id,
      '没有去',
      SUMMARY,
    ]);
    expect((await verifyLedger(world.test.app.get(LedgerRepository), 320400)).broken).not.toBeNull();
  });

  it('shows each office what it answers for, and nobody more', async () => {
    expect(await view('supervisor')).toMatchObject({ visibility: 'full' });
    expect(await listed('supervisor', 'status=rated')).toBe(true);
    expect(await view('admin')).toMatchObject({ visibility: 'full' });
    expect(await view('cadre')).toMatchObject({ visibility: 'public', reporter: null, photoIds: [] });
    for (const who of ['supervisor', 'admin', 'cadre'] as const)
      expect([who, await world.refused(who, wish, 'close')]).toEqual([who, '403 order.not_allowed']);
    const secret = await world.order('resident', { ...WISH, confidential: true });
    for (const who of ['duty', 'member', 'cadre', 'admin', 'resident2'] as const)
      expect([who, (await world.get(who, `/api/orders/${secret.id}`)).status]).toEqual([who, 404]);
    for (const who of ['dispatcher', 'secretary', 'supervisor'] as const)
      expect([who, (await world.get(who, `/api/orders/${secret.id}`)).status]).toEqual([who, 200]);
    expect((await world.get('resident', '/api/figures')).status).toBe(403);
    expect((await world.get('dispatcher', '/api/figures?area=320402')).status).toBe(403);
    expect((await world.post('dispatcher', '/api/areas', {})).status).toBe(403);
    expect(await world.get(null, `/api/orders/${wish.id}`)).toMatchObject({ status: 401 });
  });
});
