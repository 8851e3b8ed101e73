import { appoint, signInAs, type TestPerson } from '../identity/testing/sign-in-as.js';
import { CallerCache } from '../identity/caller-cache.js';
import { COMMUNITY, createDutyWorld, type DutyWorld, OTHER, STREET } from './testing/duty-world.js';

const NOBODY = '0198c0de-0000-7000-8000-000000000000';

let world: DutyWorld;
beforeAll(async () => {
  world = await createDutyWorld();
});
afterAll(() => world.test.close());
beforeEach(() => world.clear());

const iso = (hours: number): string => world.at(hours).toISOString();
const now = async (area = COMMUNITY) =>
  (await world.test.http().get(`/api/duty/now?area=${area}`).expect(200)).body as Record<
    'now' | 'next' | 'area',
    never
  >;
/** What a duty officer may and a resident may not. */
const hasDuty = async (who: TestPerson): Promise<boolean> => {
  world.test.app.get(CallerCache).forget(who.personId);
  return (await world.as(who).get('rosters')).status === 200;
};

describe('who is on duty', () => {
  it('is told to everybody by post, with whoever is next, and holds no person', async () => {
    await world.shift(world.officer, -1, 4);
    await world.shift(world.colleague, 4, 8);
    const answer = await now();
    expect(answer).toEqual({
      area: { path: COMMUNITY, name: '320402003012' },
      now: {
        postName: '富强新村社区值班员',
        from: expect.stringMatching(/\+08:00$/),
        to: expect.any(String),
        standIn: false,
      },
      next: expect.objectContaining({ postName: '富强新村社区值班员', standIn: false }),
    });
    expect(JSON.stringify(answer)).not.toContain('值班"');
    expect(await now('320402003012')).toEqual(answer);
    expect(await now(`${COMMUNITY}`)).toEqual(answer);
  });

  it('falls back to the area above, then to a standing post', async () => {
    expect(await now()).toMatchObject({ now: null, next: null });
    await appoint(world.test, world.stranger.personId, { role: 'duty_officer', area: STREET });
    expect(await now()).toMatchObject({ now: { postName: 'duty_officer', to: null }, next: null });
    const supervisor = await signInAs(world.test, { posts: [{ role: 'supervisor', area: STREET }] });
    const { body } = await world.as(supervisor).post('rosters', { area: STREET, name: '茶山街道值班室' }).expect(201);
    const shift = { personId: world.officer.personId, from: iso(-1), to: iso(2) };
    await world.as(supervisor).post(`rosters/${body.id}/shifts`, shift).expect(201);
    expect(await now(OTHER)).toMatchObject({ now: { postName: '茶山街道值班室' } });
    await world.test.database.rows(`DELETE FROM duty_shifts`);
    await world.as(supervisor).delete(`rosters/${body.id}`).expect(204);
  });

  it('is nobody who was blocked meanwhile', async () => {
    const blocked = await signInAs(world.test);
    await world.shift(blocked, -1, 4);
    await world.test.database.rows('UPDATE persons SET disabled_at = now() WHERE id = $1', [blocked.personId]);
    expect((await now()).now).toBeNull();
  });

  it.each([
    ['', 400],
    ['?area=', 400],
    ['?area=999999', 404],
    ['?area=a%20b', 400],
    [`?area=${COMMUNITY}&who=me`, 400],
  ])('refuses now%s with %s', async (query, status) => {
    await world.test.http().get(`/api/duty/now${query}`).expect(status);
  });
});

describe('a shift', () => {
  it('gives the rights of duty while it runs, not before and not after', async () => {
    expect(await hasDuty(world.officer)).toBe(false);
    const id = await world.shift(world.officer, 1, 4);
    expect(await hasDuty(world.officer)).toBe(false);
    await world
      .as(world.secretary)
      .patch(`shifts/${id}`, { from: iso(-1) })
      .expect(200);
    expect(await hasDuty(world.officer)).toBe(true);
    await world.as(world.secretary).delete(`shifts/${id}`).expect(204);
    expect(await hasDuty(world.officer)).toBe(false);
    // What was worked stays in the roster.
    const { body } = await world
      .as(world.secretary)
      .get(`rosters/${world.rosterId}/shifts?from=${iso(-3)}`)
      .expect(200);
    expect(body.items).toMatchObject([{ id, person: { name: '吴值班' } }]);
    expect((await world.as(world.secretary).delete(`shifts/${id}`).expect(409)).body.code).toBe('duty.shift_over');
  });

  it('needs no post of its own for whoever has a standing one', async () => {
    await appoint(world.test, world.officer.personId, { role: 'duty_officer', area: COMMUNITY, from: world.at(-2) });
    const id = await world.shift(world.officer, -1, 4);
    const row = await world.test.database.first('SELECT post_id FROM duty_shifts WHERE id = $1', [id]);
    expect(row).toEqual({ post_id: null });
    expect((await now()).now).not.toBeNull();
  });

  it('is the same when it is added again, and nobody else’s', async () => {
    const id = await world.shift(world.officer, 1, 4);
    expect(await world.shift(world.officer, 1, 4)).toBe(id);
    const taken = { personId: world.colleague.personId, from: iso(3), to: iso(6) };
    const { body } = await world.as(world.secretary).post(`rosters/${world.rosterId}/shifts`, taken).expect(409);
    expect(body.code).toBe('duty.taken');
  });

  it('is planned once by ten keepers at once', async () => {
    const add = (who: TestPerson) =>
      world
        .as(world.secretary)
        .post(`rosters/${world.rosterId}/shifts`, { personId: who.personId, from: iso(1), to: iso(4) });
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, i) => add(i % 2 ? world.officer : world.colleague)),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([
      ...Array<number>(5).fill(201),
      ...Array<number>(5).fill(409),
    ]);
    expect(await world.test.database.first('SELECT count(*)::int AS n FROM duty_shifts')).toEqual({ n: 1 });
  });

  it('keeps nobody in two places at once', async () => {
    const admin = await signInAs(world.test, { posts: [{ role: 'administrator', area: STREET }] });
    const { body: other } = await world.as(admin).post('rosters', { area: OTHER }).expect(201);
    expect(other.name).toBe('320402003013值班员');
    await world.shift(world.officer, 1, 4);
    const shift = { personId: world.officer.personId, from: iso(3), to: iso(6) };
    const { body } = await world.as(admin).post(`rosters/${other.id}/shifts`, shift).expect(409);
    expect(body.code).toBe('duty.person_busy');
    await world
      .as(admin)
      .post(`rosters/${other.id}/shifts`, { ...shift, from: iso(4) })
      .expect(201);
  });

  it.each<[string, object, number, string]>([
    ['an unknown person', { personId: NOBODY }, 422, 'duty.person_unknown'],
    ['an end before its beginning', { from: '2030-01-02T00:00:00Z', to: '2030-01-01T00:00:00Z' }, 422, 'duty.period'],
    ['the past', { from: '2020-01-01T00:00:00Z', to: '2020-01-01T08:00:00Z' }, 422, 'duty.period'],
    ['three days in a row', { from: '2026-12-30T00:00:00Z', to: '2027-01-02T00:00:00Z' }, 422, 'duty.period'],
    ['no person', { personId: undefined }, 400, 'request.invalid'],
    ['a moment without offset', { from: '2026-12-30T00:00:00' }, 400, 'request.invalid'],
    ['an unknown field', { postId: NOBODY }, 400, 'request.invalid'],
  ])('is refused for %s', async (_, change, status, code) => {
    const shift = { personId: world.officer.personId, from: iso(1), to: iso(4), ...change };
    const { body } = await world.as(world.secretary).post(`rosters/${world.rosterId}/shifts`, shift).expect(status);
    expect(body.code).toBe(code);
  });

  it('can be given to somebody else before it begins', async () => {
    const id = await world.shift(world.officer, 1, 4);
    const { body } = await world.as(world.secretary).patch(`shifts/${id}`, { personId: world.colleague.personId });
    expect(body).toMatchObject({ person: { name: '郑值班' }, standInFor: null, backed: true });
    const posts = await world.test.database.rows<{ person_id: string }>(
      `SELECT person_id FROM posts WHERE role = 'duty_officer' AND valid_to > valid_from`,
    );
    expect(posts).toEqual([{ person_id: world.colleague.personId }]);
  });
});

describe('a substitute for a shift', () => {
  const substitute = (id: string, who: TestPerson) =>
    world.as(world.secretary).post(`shifts/${id}/substitute`, { personId: who.personId });

  it('takes the rest of one that runs, with its rights', async () => {
    const id = await world.shift(world.officer, -1, 4);
    const { body } = await substitute(id, world.colleague).expect(200);
    expect(body).toMatchObject({ person: { name: '郑值班' }, standInFor: { name: '吴值班' }, backed: true });
    expect(await hasDuty(world.officer)).toBe(false);
    expect(await hasDuty(world.colleague)).toBe(true);
    expect((await now()).now).toMatchObject({ standIn: true });
    const coverage = await world
      .as(world.secretary)
      .get(`rosters/${world.rosterId}/coverage?to=${iso(4)}`)
      .expect(200);
    expect(coverage.body.gaps).toEqual([]);
  });

  it('of a substitute stands in for whose shift it was, and given back it is theirs again', async () => {
    const id = await world.shift(world.officer, 1, 4);
    await substitute(id, world.colleague).expect(200);
    const second = await substitute(id, world.stranger).expect(200);
    expect(second.body.standInFor).toMatchObject({ name: '吴值班' });
    const back = await substitute(id, world.officer).expect(200);
    expect(back.body).toMatchObject({ id, person: { name: '吴值班' }, standInFor: null });
    expect((await substitute(id, world.officer).expect(200)).body).toEqual(back.body);
  });
});

describe('a plan', () => {
  const THREE = [
    { name: '早班', from: '08:00', to: '16:00' },
    { name: '中班', from: '16:00', to: '00:00' },
    { name: '夜班', from: '00:00', to: '08:00' },
  ];
  const rotation = () => {
    const [a, b, c] = [world.officer, world.colleague, world.stranger].map(({ personId }) => personId);
    return { start: '2026-12-01', workdays: { times: THREE, cycle: [{ people: [a, b, c] }, { people: [b, c, a] }] } };
  };
  const day = (offset: number) => new Date(Date.now() + offset * 86_400_000 + 8 * 3_600_000).toISOString().slice(0, 10);
  const plan = (body: object) => world.as(world.secretary).post(`rosters/${world.rosterId}/plan`, body);

  it('fills days without a hole, and changes nothing when made again', async () => {
    const { body } = await plan({ from: day(1), to: day(7), rotation: rotation() }).expect(200);
    expect(body).toEqual({ added: 21, unchanged: 0, replaced: 0, provisionalYears: [] });
    const again = await plan({ from: day(1), to: day(7) }).expect(200);
    expect(again.body).toMatchObject({ added: 0, unchanged: 21 });
    const from = new Date(`${day(1)}T08:00:00+08:00`).toISOString();
    const to = new Date(`${day(8)}T10:00:00+08:00`).toISOString();
    const coverage = await world.as(world.secretary).get(`rosters/${world.rosterId}/coverage?from=${from}&to=${to}`);
    expect(coverage.body.gaps).toEqual([
      { from: `${day(8)}T08:00:00+08:00`, to: `${day(8)}T10:00:00+08:00`, minutes: 120 },
    ]);
  });

  it('stops at what is planned otherwise, unless it is to be replaced', async () => {
    await world.shift(world.officer, 30, 34);
    const body = { from: day(1), to: day(3), rotation: rotation() };
    expect((await plan(body).expect(409)).body).toMatchObject({ code: 'duty.taken', shifts: 1 });
    expect((await plan({ ...body, replace: true }).expect(200)).body).toMatchObject({ added: 9, replaced: 1 });
  });

  it('is read page by page', async () => {
    await plan({ from: day(1), to: day(2), rotation: rotation() }).expect(200);
    const path = `rosters/${world.rosterId}/shifts?limit=4`;
    const first = await world.as(world.secretary).get(path).expect(200);
    const rest = await world.as(world.secretary).get(`${path}&cursor=${first.body.nextCursor}`).expect(200);
    const times = [...first.body.items, ...rest.body.items].map(({ from }: { from: string }) => from);
    expect(times).toHaveLength(6);
    expect(times).toEqual([...times].sort());
    await world.as(world.secretary).get(`${path}&cursor=WyJ4Il0`).expect(400);
  });

  it.each<[string, () => object]>([
    ['backwards', () => ({ from: day(3), to: day(1), rotation: rotation() })],
    ['a year at once', () => ({ from: day(1), to: day(200), rotation: rotation() })],
    [
      'with a hole',
      () => ({
        from: day(1),
        to: day(1),
        rotation: {
          ...rotation(),
          workdays: { times: THREE.slice(0, 2), cycle: [{ people: [NOBODY, NOBODY.replace(/0$/, '1')] }] },
        },
      }),
    ],
    [
      'without shifts',
      () => ({ from: day(1), to: day(1), rotation: { start: day(1), workdays: { times: [], cycle: [] } } }),
    ],
    ['on a day that does not exist', () => ({ from: '2026-02-30', to: day(1), rotation: rotation() })],
  ])('is refused %s', async (_, body) => {
    expect((await plan(body()).expect(400)).body.code).toBe('request.invalid');
  });
});

describe('who may', () => {
  const shift = () => ({ personId: world.officer.personId, from: iso(1), to: iso(4) });

  it('keep a roster: its area’s dispatcher, secretary, supervisor, administrator, and nobody else', async () => {
    for (const [role, area, status] of [
      ['dispatcher', COMMUNITY, 201],
      ['supervisor', STREET, 201],
      ['administrator', STREET, 201],
      ['secretary', OTHER, 403],
      ['duty_officer', COMMUNITY, 403],
      ['grid_worker', COMMUNITY, 403],
    ] as const) {
      const person = await signInAs(world.test, { posts: [{ role, area }] });
      await world.as(person).post(`rosters/${world.rosterId}/shifts`, shift()).expect(status);
      await world.as(person).post('rosters', { area: COMMUNITY }).expect(status);
    }
    await world.as(world.secretary).post('rosters', { area: COMMUNITY, name: '富强新村社区值班员' }).expect(201);
    await world.as(world.stranger).post(`rosters/${world.rosterId}/shifts`, shift()).expect(403);
    await world.test.http().post(`/api/duty/rosters/${world.rosterId}/shifts`).send(shift()).expect(401);
    await world.as(world.secretary).post(`rosters/${NOBODY}/shifts`, shift()).expect(404);
  });

  it('read one: those who keep it or take turns on it', async () => {
    const path = `rosters/${world.rosterId}/shifts`;
    await world.as(world.stranger).get(path).expect(403);
    await world.as(world.officer).get(path).expect(403);
    await world.shift(world.officer, 1, 4);
    expect((await world.as(world.officer).get(path).expect(200)).body.items).toHaveLength(1);
    expect((await world.as(world.officer).get('shifts').expect(200)).body.items).toMatchObject([
      { person: { name: '吴值班' } },
    ]);
    expect((await world.as(world.stranger).get('shifts').expect(200)).body.items).toEqual([]);
  });

  it('end one: not while anything is planned', async () => {
    await world.shift(world.officer, 1, 4);
    const { body } = await world.as(world.secretary).delete(`rosters/${world.rosterId}`).expect(409);
    expect(body.code).toBe('duty.still_planned');
  });
});
