import { ensureArea, signInAs, type TestPerson } from '../../identity/testing/sign-in-as.js';
import { createTestApp, type TestApp } from '../../platform/testing/test-app.js';

export const STREET = '320400/320402/320402003';
export const COMMUNITY = `${STREET}/320402003012`;
export const OTHER = `${STREET}/320402003013`;
export const HOUR = 3_600_000;

type Answer = ReturnType<ReturnType<TestApp['http']>['get']>;

/** A community with a roster, its keeper, and people who take turns. */
export interface DutyWorld {
  readonly test: TestApp;
  readonly secretary: TestPerson;
  readonly officer: TestPerson;
  readonly colleague: TestPerson;
  readonly stranger: TestPerson;
  readonly rosterId: string;
  as(who: TestPerson): {
    get(path: string): Answer;
    post(path: string, body?: object): Answer;
    patch(path: string, body: object): Answer;
    delete(path: string): Answer;
  };
  /** Hours from now, on the whole minute. */
  at(hours: number): Date;
  /** A shift of the roster; answers with its id. */
  shift(who: TestPerson, from: number, to: number, rosterId?: string): Promise<string>;
  /** Nothing planned, nothing told. */
  clear(): Promise<void>;
}

export async function createDutyWorld(): Promise<DutyWorld> {
  const test = await createTestApp();
  for (const area of [COMMUNITY, OTHER]) await ensureArea(test, area);
  const minute = Math.floor(Date.now() / 60_000) * 60_000;
  const as = ({ headers }: TestPerson): ReturnType<DutyWorld['as']> => ({
    get: (path) => test.http().get(`/api/duty/${path}`).set(headers),
    post: (path, body = {}) => test.http().post(`/api/duty/${path}`).set(headers).send(body),
    patch: (path, body) => test.http().patch(`/api/duty/${path}`).set(headers).send(body),
    delete: (path) => test.http().delete(`/api/duty/${path}`).set(headers),
  });
  const at = (hours: number): Date => new Date(minute + hours * HOUR);
  const secretary = await signInAs(test, { name: '孙书记', posts: [{ role: 'secretary', area: COMMUNITY }] });
  const { body } = await as(secretary)
    .post('rosters', { area: '320402003012', name: '富强新村社区值班员' })
    .expect(201);
  const world: DutyWorld = {
    test,
    secretary,
    officer: await signInAs(test, { name: '吴值班' }),
    colleague: await signInAs(test, { name: '郑值班' }),
    stranger: await signInAs(test, { name: '赵无关' }),
    rosterId: body.id as string,
    as,
    at,
    async shift(who, from, to, rosterId = world.rosterId) {
      const input = { personId: who.personId, from: at(from).toISOString(), to: at(to).toISOString() };
      const answer = await as(secretary).post(`rosters/${rosterId}/shifts`, input);
      if (answer.status !== 201) throw new Error(`shift: ${answer.status} ${JSON.stringify(answer.body)}`);
      return answer.body.id as string;
    },
    async clear() {
      for (const table of ['duty_shifts', 'duty_swaps', 'duty_gap_alarms']) {
        await test.database.rows(`DELETE FROM ${table}`);
      }
      await test.database.rows(`DELETE FROM posts WHERE role = 'duty_officer'`);
      await test.database.rows(`DELETE FROM outbox WHERE topic LIKE 'duty.%'`);
    },
  };
  return world;
}
