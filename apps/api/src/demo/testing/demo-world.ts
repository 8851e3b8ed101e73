import { createTestApp, type TestApp } from '../../platform/testing/test-app.js';
import { DemoLoader } from '../demo-loader.service.js';

export const PERSONAS = [
  'resident',
  'resident2',
  'member',
  'member2',
  'cadre',
  'duty',
  'dispatcher',
  'secretary',
  'unit',
  'supervisor',
  'admin',
] as const;
export type Persona = (typeof PERSONAS)[number];

/** JSON of an answer, looked into by tests. */
export type Json = Readonly<Record<string, unknown>>;

interface Answer<T = Json> {
  readonly status: number;
  readonly body: T;
  readonly headers: Readonly<Record<string, string>>;
}

/** An order as creating it answered. */
export interface Posted {
  readonly id: string;
  readonly number: string;
  readonly state: string;
  readonly version: number;
}

/** The demo community as its eleven people reach it: over HTTP, signed in by persona. */
export interface DemoWorld {
  readonly test: TestApp;
  readonly personId: Readonly<Record<Persona, string>>;
  readonly headers: Readonly<Record<Persona, Readonly<Record<string, string>>>>;
  /** `null` asks without signing in. */
  get<T = Json>(who: Persona | null, path: string): Promise<Answer<T>>;
  post(who: Persona, path: string, body?: object, headers?: Readonly<Record<string, string>>): Promise<Answer>;
  order(who: Persona, body: object): Promise<Posted>;
  /** A move that must succeed; answers with the order. */
  act(who: Persona, order: { readonly id: string }, action: string, body?: object): Promise<Json>;
  /** A move that must not succeed; answers with `status code`. */
  refused(who: Persona, order: { readonly id: string }, action: string, body?: object): Promise<string>;
}

/** @param env overrides the demo configuration, e.g. how fast its clocks run */
export async function createDemoWorld(env: Readonly<Record<string, string>> = {}): Promise<DemoWorld> {
  const test = await createTestApp(env);
  await test.app.get(DemoLoader).load();
  const personId = {} as Record<Persona, string>;
  const headers = {} as Record<Persona, Record<string, string>>;
  for (const persona of PERSONAS) {
    const { body } = await test.http().post('/api/auth/demo').send({ persona });
    const { accessToken, person } = body as { accessToken: string; person: { id: string } };
    personId[persona] = person.id;
    headers[persona] = { authorization: `Bearer ${accessToken}` };
  }
  const world: DemoWorld = {
    test,
    personId,
    headers,
    async get(who, path) {
      return test
        .http()
        .get(path)
        .set(who ? headers[who] : {});
    },
    async post(who, path, body = {}, extra = {}) {
      return test
        .http()
        .post(path)
        .set({ ...headers[who], ...extra })
        .send(body);
    },
    async order(who, body) {
      const answer = await world.post(who, '/api/orders', body);
      if (answer.status !== 201) throw new Error(`${who} cannot order: ${JSON.stringify(answer.body)}`);
      return answer.body as unknown as Posted;
    },
    async act(who, { id }, action, body) {
      const answer = await world.post(who, `/api/orders/${id}/${action}`, body);
      if (answer.status !== 200) throw new Error(`${who} cannot ${action}: ${JSON.stringify(answer.body)}`);
      return answer.body;
    },
    async refused(who, { id }, action, body) {
      const answer = await world.post(who, `/api/orders/${id}/${action}`, body);
      return `${answer.status} ${String(answer.body['code'])}`;
    },
  };
  return world;
}

/** Waits for what follows a commit (boards, inboxes, figures): at most so many seconds, then it has to be right. */
export async function eventually(world: DemoWorld, check: () => Promise<void>, seconds = 3): Promise<void> {
  await world.test.drain();
  for (const end = Date.now() + seconds * 1_000; ;) {
    try {
      return await check();
    } catch (error) {
      if (Date.now() > end) throw error;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }
}
