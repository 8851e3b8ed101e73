import { signInAs, type TestPerson } from '../identity/testing/sign-in-as.js';
import { COMMUNITY, createDutyWorld, type DutyWorld, OTHER } from './testing/duty-world.js';

let world: DutyWorld;
let mine: string;
let theirs: string;
beforeAll(async () => {
  world = await createDutyWorld();
});
afterAll(() => world.test.close());
beforeEach(async () => {
  await world.clear();
  mine = await world.shift(world.officer, 8, 16);
  theirs = await world.shift(world.colleague, 16, 24);
});

const ask = (body: object = {}, by = world.officer, shift = mine) =>
  world.as(by).post(`shifts/${shift}/swaps`, { personId: world.colleague.personId, ...body });
const answer = (id: string, how: 'accept' | 'decline' | 'withdraw', by: TestPerson = world.colleague) =>
  world.as(by).post(`swaps/${id}/${how}`);
const onDuty = async () => {
  const rows = await world.test.database.rows<{ id: string; person_id: string; holder: string | null }>(
    `SELECT s.id, s.person_id, (SELECT person_id FROM posts p WHERE p.id = s.post_id
              AND p.valid_from = s.starts_at AND p.valid_to = s.ends_at) AS holder
       FROM duty_shifts s ORDER BY s.starts_at`,
  );
  return rows.map(({ person_id, holder }) => (person_id === holder ? person_id : 'without rights'));
};
const events = () =>
  world.test.database.rows<{ payload: object }>(`SELECT payload FROM outbox WHERE topic = 'duty.swap' ORDER BY id`);

it('hands a shift over with its rights, once it is accepted', async () => {
  const { body } = await ask({ reason: '家里有事' }).expect(201);
  expect(body).toMatchObject({
    state: 'asked',
    askedBy: { name: '吴值班' },
    askedOf: { name: '郑值班' },
    inReturn: null,
  });
  expect(await onDuty()).toEqual([world.officer.personId, world.colleague.personId]);
  const accepted = await answer(body.id, 'accept').expect(200);
  expect(accepted.body).toMatchObject({ state: 'accepted', answeredAt: expect.stringMatching(/\+08:00$/) });
  expect(await onDuty()).toEqual([world.colleague.personId, world.colleague.personId]);
  expect((await events()).map(({ payload }) => payload)).toEqual([
    { swapId: body.id, state: 'asked', personIds: [world.colleague.personId], actorId: world.officer.personId },
    { swapId: body.id, state: 'accepted', personIds: [world.officer.personId], actorId: world.colleague.personId },
  ]);
});

it('exchanges two shifts', async () => {
  const { body } = await ask({ inReturnId: theirs }).expect(201);
  await answer(body.id, 'accept').expect(200);
  expect(await onDuty()).toEqual([world.colleague.personId, world.officer.personId]);
});

it('is accepted once by ten clicks at once', async () => {
  const { body } = await ask({ inReturnId: theirs }).expect(201);
  const answers = await Promise.all(Array.from({ length: 10 }, () => answer(body.id, 'accept')));
  expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array<number>(9).fill(409)]);
  expect(await onDuty()).toEqual([world.colleague.personId, world.officer.personId]);
});

it('is one question at a time', async () => {
  const first = await ask().expect(201);
  expect((await ask().expect(201)).body.id).toBe(first.body.id);
  expect((await ask({ inReturnId: theirs }).expect(409)).body.code).toBe('duty.swap_open');
  expect(await events()).toHaveLength(1);
  await answer(first.body.id, 'withdraw', world.officer).expect(200);
  await ask({ inReturnId: theirs }).expect(201);
});

it('leaves everything as it was when declined or withdrawn', async () => {
  const { body } = await ask().expect(201);
  expect((await answer(body.id, 'decline').expect(200)).body.state).toBe('declined');
  expect((await answer(body.id, 'accept').expect(409)).body.code).toBe('duty.swap_settled');
  expect(await onDuty()).toEqual([world.officer.personId, world.colleague.personId]);
  const { body: list } = await world.as(world.officer).get('swaps').expect(200);
  expect(list.items).toMatchObject([{ id: body.id, state: 'declined' }]);
});

it('no longer holds when the shift was changed meanwhile', async () => {
  const { body } = await ask().expect(201);
  await world.as(world.secretary).patch(`shifts/${mine}`, { personId: world.secretary.personId }).expect(200);
  expect((await answer(body.id, 'accept').expect(409)).body.code).toBe('duty.swap_stale');
  await world.as(world.secretary).delete(`shifts/${mine}`).expect(204);
  expect((await answer(body.id, 'accept').expect(409)).body.code).toBe('duty.swap_stale');
});

it('is not possible for a shift that has begun', async () => {
  const running = await world.shift(world.officer, -1, 2);
  expect((await ask({}, world.officer, running).expect(409)).body.code).toBe('duty.shift_begun');
});

it('concerns nobody but the two', async () => {
  const { body } = await ask().expect(201);
  await answer(body.id, 'accept', world.stranger).expect(404);
  await answer(body.id, 'accept', world.secretary).expect(404);
  expect((await answer(body.id, 'accept', world.officer).expect(403)).body.code).toBe('duty.swap_not_yours');
  expect((await answer(body.id, 'withdraw').expect(403)).body.code).toBe('duty.swap_not_yours');
  expect((await world.as(world.stranger).get('swaps').expect(200)).body.items).toEqual([]);
  await world.test.http().post(`/api/duty/swaps/${body.id}/accept`).expect(401);
});

it('is asked of those who take turns, for one’s own shift', async () => {
  expect((await ask({ personId: world.stranger.personId }).expect(422)).body.code).toBe('duty.not_colleague');
  await ask({}, world.stranger).expect(404);
  expect((await ask({ personId: world.officer.personId }).expect(422)).body.code).toBe('duty.swap_with_self');
  await ask({ personId: 'x' }).expect(400);
  await ask({ state: 'accepted' }).expect(400);
});

it('tells who could be asked: those who take turns, whoever is busy then last, to nobody but its owner and the keepers', async () => {
  const third = await signInAs(world.test, { name: '周值班' });
  await world.shift(third, 40, 48);
  const admin = await signInAs(world.test, { posts: [{ role: 'administrator', area: '320400' }] });
  const { body: other } = await world.as(admin).post('rosters', { area: OTHER }).expect(201);
  const [from, to] = [world.at(8), world.at(10)];
  await world
    .as(admin)
    .post(`rosters/${other.id}/shifts`, { personId: world.colleague.personId, from, to })
    .expect(201);
  const colleagues = (by: TestPerson) => world.as(by).get(`shifts/${mine}/colleagues`);
  const expected = [
    { id: third.personId, name: '周值班', busy: false },
    { id: world.colleague.personId, name: '郑值班', busy: true },
  ];
  expect((await colleagues(world.officer).expect(200)).body).toEqual({ items: expected });
  expect((await colleagues(world.secretary).expect(200)).body).toEqual({ items: expected });
  for (const nobody of [world.stranger, world.colleague]) await colleagues(nobody).expect(404);
  await world.as(world.officer).get(`shifts/${world.officer.personId}/colleagues`).expect(404);
  await world.as(world.officer).get('shifts/x/colleagues').expect(404);
  await world.test.http().get(`/api/duty/shifts/${mine}/colleagues`).expect(401);
});

it('counts those who hold the office among the colleagues, but nobody who was blocked', async () => {
  const standing = await signInAs(world.test, { name: '冯值班', posts: [{ role: 'duty_officer', area: COMMUNITY }] });
  const colleagues = async () =>
    (await world.as(world.officer).get(`shifts/${mine}/colleagues`).expect(200)).body.items.map(
      ({ name }: { name: string }) => name,
    );
  expect(await colleagues()).toEqual(['冯值班', '郑值班']);
  await world.test.database.rows('UPDATE persons SET disabled_at = now() WHERE id = $1', [standing.personId]);
  expect(await colleagues()).toEqual(['郑值班']);
});
