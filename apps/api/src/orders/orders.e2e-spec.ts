import { ensureArea, signInAs } from '../identity/testing/sign-in-as.js';
import { CallerSource } from '../platform/auth/caller.js';
import { OrderNotes } from './order-notes.service.js';
import { COMMUNITY, createOrderWorld, ORDER, type OrderWorld, OTHER_COMMUNITY } from './testing/order-world.js';

const NOTE = { words: null, public: false, data: {}, actorId: null, postId: null, postName: null };

describe('orders over HTTP', () => {
  let world: OrderWorld;
  beforeAll(async () => {
    world = await createOrderWorld();
  });
  afterAll(() => world.test.close());

  const eventsOf = (id: string) =>
    world.test.database.rows<{ type: string; version: number }>(
      'SELECT type, version FROM order_events WHERE order_id = $1 ORDER BY id',
      [id],
    );
  const outboxOf = (id: string) =>
    world.test.database.rows<{ payload: { eventId: string } }>(
      `SELECT payload FROM outbox WHERE payload->>'orderId' = $1`,
      [id],
    );

  describe('creating', () => {
    it('answers 201 with id, number, state and version, and writes order, event and outbox row', async () => {
      const order = await world.create(world.resident);
      expect(order).toEqual({
        id: expect.any(String),
        number: expect.stringMatching(/^\d{6}-\d{6}$/),
        state: 'submitted',
        version: 1,
      });
      expect(await eventsOf(order.id)).toEqual([{ type: 'order.submitted', version: 1 }]);
      expect(await outboxOf(order.id)).toHaveLength(1);
    });

    it('gives the same order for a repeated key, however often and however fast it comes', async () => {
      const headers = { 'Idempotency-Key': 'tap-tap' };
      const answers = await Promise.all(
        Array.from({ length: 8 }, () => world.create(world.resident, { title: '双击的诉求' }, headers)),
      );
      expect(new Set(answers.map(({ id }) => id)).size).toBe(1);
      await world.act(world.dispatcher, answers[0]?.id ?? '', 'accept');
      expect(await world.create(world.resident, { title: '双击的诉求' }, headers)).toEqual(answers[0]);
    });

    it('refuses a key that was used for something else', async () => {
      const headers = { ...world.resident.headers, 'Idempotency-Key': 'used' };
      await world.test.http().post('/api/orders').set(headers).send(ORDER).expect(201);
      const { body } = await world.test
        .http()
        .post('/api/orders')
        .set(headers)
        .send({ ...ORDER, title: '另一件事' })
        .expect(422);
      expect(body).toMatchObject({ code: 'request.idempotency_key_reused' });
    });

    it('is where its area is named: by its path, or below the community by the community’s code and its own', async () => {
      const estate = `${COMMUNITY}/G09/G09-E01`;
      await ensureArea(world.test, estate);
      await ensureArea(world.test, `${OTHER_COMMUNITY}/G09/G09-E01`);
      for (const area of [estate, '320402003012/G09-E01']) {
        const { id } = await world.create(world.resident, { area });
        const { body } = await world.test.http().get(`/api/orders/${id}`).set(world.resident.headers);
        expect(body.area.path).toBe(estate);
      }
      const send = world.test.http().post('/api/orders').set(world.resident.headers);
      expect((await send.send({ ...ORDER, area: 'G09-E01' })).body.code).toBe('area.unknown');
    });

    it.each([
      ['no category', { category: undefined }, 400, 'request.invalid'],
      ['an unknown field', { urgent: true }, 400, 'request.invalid'],
      ['an unknown category', { category: 'moon' }, 422, 'order.category_unknown'],
      ['a category with children', { category: 'estate' }, 422, 'order.category_too_general'],
      ['a kind the category does not take', { kind: 'wish' }, 422, 'order.kind_not_in_category'],
      ['an unknown area', { area: 'nowhere' }, 422, 'area.unknown'],
      ['no place at all', { area: undefined }, 422, 'order.place_needed'],
      ['a title of blanks', { title: ' \u200b ' }, 400, 'request.invalid'],
      ['a title of 10,000 characters', { title: '长'.repeat(10_000) }, 400, 'request.invalid'],
      ['a point off the globe', { location: { lng: 1e9, lat: 0 } }, 400, 'request.invalid'],
      ['a location that is none', { location: 'here' }, 400, 'request.invalid'],
      [
        'somebody unknown as the reporter',
        { reporterId: '01890000-0000-7000-8000-000000000000' },
        422,
        'order.reporter_unknown',
      ],
    ])('refuses %s', async (_, change, status, code) => {
      const answer = await world.test
        .http()
        .post('/api/orders')
        .set(world.resident.headers)
        .send({ ...ORDER, ...change });
      expect({ status: answer.status, code: (answer.body as { code: string }).code }).toEqual({ status, code });
    });

    it('keeps rare characters, and takes direction overrides out', async () => {
      const { id } = await world.create(world.resident, {
        title: '\u202e𠮷野家门口㐂字🙂',
        description: '第一行\r\n第二行',
      });
      expect((await world.get(world.resident, `/api/orders/${id}`)).body).toMatchObject({
        title: '𠮷野家门口㐂字🙂',
        description: '第一行\n第二行',
      });
    });

    it('lets a worker write for a resident, and not a neighbour', async () => {
      const { id } = await world.create(world.duty, { reporterId: world.resident.personId });
      expect((await world.get(world.resident, `/api/orders/${id}`)).body).toMatchObject({ visibility: 'full' });
      const answer = await world.test
        .http()
        .post('/api/orders')
        .set(world.neighbour.headers)
        .send({ ...ORDER, reporterId: world.resident.personId });
      expect([answer.status, (answer.body as { code: string }).code]).toEqual([403, 'order.on_behalf_not_allowed']);
    });

    it('shows what was written for somebody to its writer without the offices’ notes, and no more once they have left', async () => {
      const helper = await world.withPost('party_member');
      const { id } = await world.create(helper, { reporterId: world.resident.personId });
      await world.test.app.get(OrderNotes).note(world.test.database, 320400, [
        { ...NOTE, orderId: id, at: new Date(), type: 'deadline.missed' },
        { ...NOTE, orderId: id, at: new Date(), type: 'deadline.escalated' },
        { ...NOTE, orderId: id, at: new Date(), type: 'supervision.answered', words: '当班人员迟到' },
      ]);
      const timeline = async (who: typeof helper) =>
        ((await world.get(who, `/api/orders/${id}/timeline`)).body as unknown as { type: string }[]).map(
          ({ type }) => type,
        );
      const all = ['order.submitted', 'deadline.missed', 'deadline.escalated', 'supervision.answered'];
      expect(await timeline(helper)).toEqual(all.slice(0, 2));
      expect(await timeline(world.resident)).toEqual(all.slice(0, 2));
      expect(await timeline(world.secretary)).toEqual(all);
      const listed = async (query: string) => JSON.stringify((await world.get(helper, `/api/orders?${query}`)).body);
      for (const query of ['', 'mine=true']) expect(await listed(query)).toContain(id);
      await world.test.database.rows('UPDATE posts SET valid_to = now() WHERE person_id = $1', [helper.personId]);
      world.test.app.get(CallerSource).forget(helper.personId);
      expect((await world.get(helper, `/api/orders/${id}`)).status).toBe(404);
      expect((await world.act(helper, id, 'withdraw', { reason: '不用了' })).status).toBe(404);
      for (const query of ['', 'mine=true']) expect(await listed(query)).not.toContain(id);
    });
  });

  describe('moving', () => {
    it('goes all the way, one event and one outbox row a step', async () => {
      const id = await world.orderIn('published');
      expect(
        (await world.act(world.resident, id, 'rate', { solved: true, stars: 5, comment: '谢谢' })).body,
      ).toMatchObject({ state: 'rated', solved: true, stars: 5 });
      const events = await eventsOf(id);
      expect(events.map(({ type }) => type.slice(6))).toEqual([
        'submitted',
        'accepted',
        'dispatched',
        'claimed',
        'started',
        'done',
        'published',
        'rated',
      ]);
      expect(events.map(({ version }) => version)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
      expect(await outboxOf(id)).toHaveLength(8);
    });

    it('has exactly one winner of a claim race, and tells the others so', async () => {
      const members = await Promise.all(Array.from({ length: 20 }, () => world.withPost('party_member')));
      for (let round = 0; round < 3; round += 1) {
        const id = await world.orderIn('dispatched');
        const answers = await Promise.all(members.map((member) => world.act(member, id, 'claim')));
        expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
        const losers = answers
          .filter(({ status }) => status !== 200)
          .map(({ status, body }) => `${status} ${String(body['code'])}`);
        expect(new Set(losers)).toEqual(new Set(['409 order.already_claimed']));
        expect((await eventsOf(id)).filter(({ type }) => type === 'order.claimed')).toHaveLength(1);
      }
    });

    it('refuses a stale version and says where the order stands', async () => {
      const id = await world.orderIn('accepted');
      const { status, body } = await world.act(world.dispatcher, id, 'dispatch', { pool: 'members', version: 1 });
      expect(status).toBe(409);
      expect(body).toMatchObject({ code: 'order.stale', current: { state: 'accepted', version: 2 } });
    });

    it('answers a repeated move like the first one, and does it once', async () => {
      const id = await world.orderIn('accepted');
      const post = () =>
        world.test
          .http()
          .post(`/api/orders/${id}/dispatch`)
          .set({ ...world.dispatcher.headers, 'Idempotency-Key': `d-${id}` })
          .send({ pool: 'members' });
      const answers = await Promise.all([post(), post(), post()]);
      answers.push(await post());
      expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
      expect((await eventsOf(id)).filter(({ type }) => type === 'order.dispatched')).toHaveLength(1);
    });

    it('tells apart what is not allowed, not possible now, and not there', async () => {
      const id = await world.orderIn('accepted');
      const codeOf = async (who: typeof world.resident, action: string, body: object = {}) => {
        const answer = await world.act(who, id, action, body);
        return `${answer.status} ${String(answer.body['code'])}`;
      };
      expect(await codeOf(world.resident, 'dispatch', { pool: 'members' })).toBe('403 order.not_allowed');
      expect(await codeOf(world.dispatcher, 'publish')).toBe('409 order.illegal_move');
      const submitted = await world.create(world.resident);
      expect((await world.act(world.stranger, submitted.id, 'accept')).status).toBe(404);
      expect((await world.act(world.dispatcher, 'not-an-id', 'accept')).status).toBe(404);
      const elsewhere = await world.withPost('dispatcher', OTHER_COMMUNITY);
      expect((await world.act(elsewhere, submitted.id, 'accept')).status).toBe(404);
    });

    it('asks for exactly one receiver, one that can take it', async () => {
      const id = await world.orderIn('accepted');
      expect((await world.act(world.dispatcher, id, 'dispatch', {})).status).toBe(400);
      expect(
        (await world.act(world.dispatcher, id, 'dispatch', { pool: 'members', personId: world.member.personId }))
          .status,
      ).toBe(400);
      expect(
        (await world.act(world.dispatcher, id, 'dispatch', { personId: world.stranger.personId })).body,
      ).toMatchObject({ code: 'order.no_receiver' });
      expect(
        (await world.act(world.dispatcher, id, 'dispatch', { personId: world.member.personId })).body,
      ).toMatchObject({
        state: 'dispatched',
        assignment: { type: 'person', id: world.member.personId, name: '陈党员' },
      });
    });

    it('splits among several receivers, keeps the parent open until all are done, and ends the children with it', async () => {
      const id = await world.orderIn('accepted');
      const to = (person: { personId: string }) => ({ personId: person.personId });
      const split = await world.act(world.dispatcher, id, 'split', {
        tasks: [
          { to: to(world.member), title: '清理车辆', description: '联系车主' },
          { to: to(world.member2), title: '划线', description: '补划禁停线' },
        ],
      });
      expect(split.body).toMatchObject({ state: 'dispatched', openChildren: 1 });
      const [child] = await world.test.database.rows<{ id: string }>('SELECT id FROM orders WHERE parent_id = $1', [
        id,
      ]);
      for (const action of ['claim', 'start']) await world.act(world.member, id, action);
      expect((await world.act(world.member, id, 'done', { summary: '车辆已清走' })).body).toMatchObject({
        code: 'order.children_open',
      });
      for (const action of ['claim', 'start']) await world.act(world.member2, child?.id ?? '', action);
      await world.act(world.member2, child?.id ?? '', 'done', { summary: '线已划好' });
      expect((await world.act(world.member, id, 'done', { summary: '车辆已清走' })).body).toMatchObject({
        state: 'done',
        openChildren: 0,
      });
      await world.act(world.dispatcher, id, 'publish');
      expect((await eventsOf(child?.id ?? '')).at(-1)).toMatchObject({ type: 'order.closed' });
    });

    it('withdraws the children of a withdrawn parent with events of their own', async () => {
      const id = await world.orderIn('accepted');
      const tasks = [world.member, world.member2].map(({ personId }) => ({
        to: { personId },
        title: '一部分',
        description: '',
      }));
      await world.act(world.dispatcher, id, 'split', { tasks });
      expect((await world.act(world.resident, id, 'withdraw', {})).body).toMatchObject({ state: 'withdrawn' });
      const [child] = await world.test.database.rows<{ id: string; state: string }>(
        'SELECT id, state FROM orders WHERE parent_id = $1',
        [id],
      );
      expect(child?.state).toBe('withdrawn');
      expect((await eventsOf(child?.id ?? '')).map(({ type }) => type)).toEqual(['order.submitted', 'order.withdrawn']);
    });

    it('merges a duplicate: its reporter follows the survivor, and leaves again when it is unmerged', async () => {
      const survivor = await world.create(world.resident);
      const duplicate = await world.create(world.neighbour);
      await world.act(world.dispatcher, survivor.id, 'accept');
      expect((await world.act(world.dispatcher, duplicate.id, 'merge', { into: survivor.number })).body).toMatchObject({
        state: 'merged',
        mergedInto: survivor.id,
      });
      expect((await world.get(world.neighbour, `/api/orders/${survivor.id}`)).body).toMatchObject({
        isFollowing: true,
        visibility: 'public',
      });
      expect((await world.act(world.dispatcher, duplicate.id, 'unmerge')).body).toMatchObject({ state: 'submitted' });
      expect((await world.get(world.neighbour, `/api/orders/${survivor.id}`)).body).toMatchObject({
        isFollowing: false,
      });
    });

    it('limits urging and says when to come back', async () => {
      const { id } = await world.create(world.resident, { category: 'repair' });
      expect((await world.act(world.resident, id, 'urge')).status).toBe(200);
      const again = await world.test
        .http()
        .post(`/api/orders/${id}/urge`)
        .set(world.resident.headers)
        .send({})
        .expect(429);
      expect(Number(again.headers['retry-after'])).toBeGreaterThan(3000);
    });

    it('edits words while submitted, and moves no clock by it', async () => {
      const { id } = await world.create(world.resident);
      const before = (await world.get(world.resident, `/api/orders/${id}`)).body;
      const { body } = await world.act(world.resident, id, 'edit', { title: '换个说法' });
      expect(body).toMatchObject({
        title: '换个说法',
        version: 2,
        dueAt: before['dueAt'],
        submittedAt: before['submittedAt'],
      });
      await world.act(world.dispatcher, id, 'accept');
      expect((await world.act(world.resident, id, 'edit', { title: '太晚了' })).status).toBe(409);
    });
  });

  describe('reading', () => {
    it('shows each what they may see', async () => {
      const id = await world.orderIn('dispatched');
      const seen = async (who: typeof world.resident) => (await world.get(who, `/api/orders/${id}`)).body;
      expect(await seen(world.resident)).toMatchObject({ visibility: 'full', reporter: { name: '王秀英' } });
      expect(await seen(world.dispatcher)).toMatchObject({ visibility: 'full', reporter: { name: '王*英' } });
      expect(await seen(world.member)).toMatchObject({
        visibility: 'pool',
        reporter: null,
        address: null,
        location: null,
      });
      expect(await seen(world.stranger)).toMatchObject({ visibility: 'public', reporter: null, photoIds: [] });
    });

    it('hides the name behind an anonymous order from those who handle it', async () => {
      const { id } = await world.create(world.resident, { anonymous: true });
      await world.act(world.dispatcher, id, 'accept');
      await world.act(world.dispatcher, id, 'dispatch', { personId: world.member.personId });
      expect((await world.get(world.member, `/api/orders/${id}`)).body).toMatchObject({
        visibility: 'full',
        reporter: null,
      });
      const { body } = await world.get(world.member, `/api/orders/${id}/timeline`);
      expect(JSON.stringify(body)).not.toMatch(/王秀英|王\*英/);
    });

    it('keeps a confidential order from everybody but its circle', async () => {
      const { id } = await world.create(world.resident, { confidential: true });
      expect((await world.get(world.duty, `/api/orders/${id}`)).status).toBe(404);
      expect((await world.get(world.dispatcher, `/api/orders/${id}`)).status).toBe(200);
      const { body } = await world.get(world.duty, '/api/orders?limit=100');
      expect(JSON.stringify(body)).not.toContain(id);
    });

    it('offers exactly the actions that then work', async () => {
      const id = await world.orderIn('dispatched');
      const { body } = await world.get(world.member, `/api/orders/${id}/actions`);
      expect((body as unknown as { action: string }[]).map(({ action }) => action)).toContain('claim');
      expect((await world.act(world.member, id, 'claim')).status).toBe(200);
    });

    it('lists by office, by own matters and by hall', async () => {
      const own = await world.create(world.neighbour, { title: '邻居的事' });
      const open = await world.orderIn('dispatched');
      const idsOf = async (who: typeof world.resident, query: string) =>
        ((await world.get(who, `/api/orders?limit=100&${query}`)).body['items'] as { id: string }[]).map(
          ({ id }) => id,
        );
      expect(await idsOf(world.dispatcher, 'status=submitted')).toContain(own.id);
      expect(await idsOf(world.neighbour, 'mine=true')).toContain(own.id);
      expect(await idsOf(world.member, 'pool=true')).toContain(open);
      expect(await idsOf(world.member, 'pool=true')).not.toContain(own.id);
      expect(await idsOf(world.stranger, '')).toEqual([]);
      const elsewhere = await world.withPost('dispatcher', OTHER_COMMUNITY);
      expect(await idsOf(elsewhere, 'area=320402003012')).toEqual([]);
    });

    it('pages through everything exactly once, and refuses a made-up cursor', async () => {
      const reader = await signInAs(world.test, { name: '翻页' });
      const made = [];
      for (let i = 0; i < 7; i += 1) made.push((await world.create(reader, { title: `第${i}件` })).id);
      const seen: string[] = [];
      let cursor: string | null = null;
      do {
        const { body } = await world.get(reader, `/api/orders?mine=true&limit=3${cursor ? `&cursor=${cursor}` : ''}`);
        seen.push(...(body['items'] as { id: string }[]).map(({ id }) => id));
        cursor = body['nextCursor'] as string | null;
      } while (cursor);
      expect(seen).toEqual([...made].reverse());
      expect((await world.get(reader, '/api/orders?cursor=abc')).body).toMatchObject({ code: 'request.invalid' });
    });

    it('finds two-character words, numbers and parts of an address, and nothing by wildcard', async () => {
      const { id, number } = await world.create(world.resident, {
        title: '路灯不亮',
        description: '晚上很黑',
        address: '青龙东路18号',
      });
      const found = async (q: string) =>
        (
          (await world.get(world.dispatcher, `/api/orders?limit=100&q=${encodeURIComponent(q)}`)).body['items'] as {
            id: string;
          }[]
        ).some((o) => o.id === id);
      for (const q of ['路灯', '很黑', '青龙东路', number, '灯']) expect([q, await found(q)]).toEqual([q, true]);
      for (const q of ['%', '_灯', '路牌']) expect([q, await found(q)]).toEqual([q, false]);
    });

    it('counts what it lists', async () => {
      const { body } = await world.get(world.dispatcher, '/api/orders/counts');
      const total = await world.test.database.first<{ n: number }>('SELECT count(*)::int AS n FROM orders');
      expect(body).toMatchObject({ total: total?.n });
    });

    it('offers a like problem nearby while typing, and not for a like title elsewhere', async () => {
      const { id } = await world.create(world.resident, {
        title: '垃圾桶满了没人收',
        description: '2幢北侧垃圾桶溢出',
        location: { lng: 119.97, lat: 31.78 },
      });
      await world.act(world.dispatcher, id, 'accept');
      const similar = async (lng: number) => {
        const query = new URLSearchParams({
          title: '垃圾桶满了',
          description: '垃圾桶溢出没人收',
          category: 'parking',
          lng: String(lng),
          lat: '31.78',
        });
        return (
          (await world.get(world.duty, `/api/orders/similar?${query.toString()}`)).body as unknown as { id: string }[]
        ).map((o) => o.id);
      };
      expect(await similar(119.9705)).toContain(id);
      expect(await similar(119.98)).not.toContain(id);
    });

    it('gives the phone to those who work on the order only, with a purpose, and keeps a record', async () => {
      const id = await world.orderIn('claimed');
      const purpose = { purpose: '约上门时间' };
      expect((await world.act(world.member, id, 'contact', purpose)).body).toMatchObject({ name: '王秀英' });
      expect((await world.act(world.member2, id, 'contact', purpose)).body).toMatchObject({
        code: 'order.contact_not_allowed',
      });
      expect((await world.act(world.dispatcher, id, 'contact', {})).status).toBe(400);
      const looks = await world.test.database.rows('SELECT purpose FROM personal_data_looks WHERE person_id = $1', [
        world.resident.personId,
      ]);
      expect(looks).toEqual([{ purpose: expect.stringContaining('约上门时间') }]);
      const anonymous = await world.create(world.resident, { anonymous: true });
      expect((await world.act(world.duty, anonymous.id, 'contact', purpose)).status).toBe(403);
    });

    it('goes with its reporter as far as it is theirs: words, place and following; the work stays', async () => {
      const leaving = await signInAs(world.test, { name: '钱要走' });
      const { id } = await world.create(leaving, { title: '我家漏水了', address: '青龙东路18号' });
      const own = await world.test.http().get('/api/me/data').set(leaving.headers).expect(200);
      expect(JSON.stringify(own.body)).toContain('我家漏水了');
      await world.test
        .http()
        .delete('/api/me')
        .set(leaving.headers)
        .expect((r) => expect(r.status).toBeLessThan(300));
      await world.test.drain();
      const seen = JSON.stringify([
        (await world.get(world.dispatcher, `/api/orders/${id}`)).body,
        (await world.get(world.dispatcher, `/api/orders/${id}/timeline`)).body,
      ]);
      expect(seen).not.toMatch(/漏水|青龙东路|钱要走|钱\*走/);
      expect(seen).toContain('按本人要求删除');
    });
  });
});
