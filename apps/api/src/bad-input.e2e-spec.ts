import { v7 as uuidv7 } from 'uuid';
import { FiringService } from './deadlines/firing.service.js';
import { type ApiSamples, createApiSamples } from './demo/testing/api-samples.js';
import type { ApiOperation } from './platform/testing/api-operations.js';
import { faultOf } from './platform/testing/answer-fault.js';
import { faultsOf, type Judge, type Try } from './platform/testing/faults-of.js';
import {
  HOSTILE_BODIES,
  HOSTILE_SEGMENTS,
  HOSTILE_TEXTS,
  HOSTILE_TOKENS,
  HOSTILE_VALUES,
} from './platform/testing/hostile-input.js';
import { placesIn, withValueAt } from './platform/testing/mutate.js';
import type { RawAnswer } from './platform/testing/raw-request.js';

const LONG = 10 * 60_000;
const JSON_TYPE = { 'content-type': 'application/json' };

/** Every route against every kind of bad input: never a 5xx, never the inside of the service, always a coded answer. */
describe('bad input', () => {
  let api: ApiSamples;
  let base: string;
  let worker: NodeJS.Timeout;
  let firing: Promise<unknown> = Promise.resolve();
  beforeAll(async () => {
    api = await createApiSamples();
    base = await api.world.test.app.getUrl();
    // As a worker would: what falls due in these minutes fires and is told, and the service stays ready.
    const service = api.world.test.app.get(FiringService);
    const work = () => service.drainAll().then(() => api.world.test.drain());
    worker = setInterval(() => {
      // One that failed is tried again by the next; what stays unfired is seen at the end.
      firing = firing.then(work).catch(() => undefined);
    }, 5_000);
  }, LONG);
  afterAll(async () => {
    clearInterval(worker);
    await firing;
    await api.world.test.close();
  });

  /** Runs `triesOf` for each operation with somebody fresh: some operations end sessions and accounts. */
  async function faultsOfEach(
    operations: readonly ApiOperation[],
    triesOf: (operation: ApiOperation, headers: Readonly<Record<string, string>>) => readonly Try[],
    judge?: Judge,
  ): Promise<string[]> {
    const faults: string[] = [];
    for (const operation of operations) {
      const { headers } = await api.officer();
      faults.push(...(await faultsOf(base, triesOf(operation, { ...headers }), judge)));
    }
    return faults;
  }

  const taking = (input: 'body' | 'query'): ApiOperation[] =>
    api.operations.filter((operation) => operation[input].length > 0);
  const writing = (): ApiOperation[] => api.operations.filter(({ method }) => method !== 'GET');
  const json = (value: unknown): string => JSON.stringify(value) ?? '';
  const brief = (value: unknown): string => json(value).slice(0, 40);

  it(
    'gets an answer in any field of any body',
    async () => {
      const triesOf = (operation: ApiOperation, headers: Readonly<Record<string, string>>): Try[] => {
        const good = api.bodyOf(operation);
        return placesIn({ ...Object.fromEntries(operation.body.map((field) => [field, null])), ...good }).flatMap(
          (place) =>
            HOSTILE_VALUES.map((value, turn) => ({
              operation,
              what: `${place.join('.')} = ${brief(value)}`,
              path: api.pathOf(operation, turn),
              headers: { ...headers, ...JSON_TYPE },
              body: json(withValueAt(good, place, value)),
            })),
        );
      };
      expect(await faultsOfEach(taking('body'), triesOf)).toEqual([]);
    },
    LONG,
  );

  it(
    'gets an answer in any parameter of any query',
    async () => {
      // A lone surrogate cannot be written into an address.
      const texts = HOSTILE_TEXTS.filter((text) => !/\p{Surrogate}/u.test(text)).map((text) => text.slice(0, 500));
      const queries = (name: string): string[] => [
        ...texts.map((text) => `${name}=${encodeURIComponent(text)}`),
        `${name}=%ff%fe`,
        `${name}=%`,
        `${name}[$gt]=1&${name}[]=2`,
        `${name}=1&${name}=2`,
        `${name}=${'x,'.repeat(2_000)}`,
      ];
      const triesOf = (operation: ApiOperation, headers: Readonly<Record<string, string>>): Try[] =>
        [...operation.query, 'unknown'].flatMap((name) =>
          queries(name).map((query) => ({
            operation,
            what: query.slice(0, 60),
            path: `${api.pathOf(operation)}?${query}`,
            headers,
          })),
        );
      expect(await faultsOfEach(api.operations, triesOf)).toEqual([]);
    },
    LONG,
  );

  it(
    'gets an answer in any path: what is no id, an id of something else, of somebody else',
    async () => {
      const operations = api.operations.filter(({ path }) => path.includes('{'));
      const nobody = await api.nobody();
      const triesOf = (operation: ApiOperation, officer: Readonly<Record<string, string>>): Try[] =>
        [officer, nobody.headers].flatMap((headers) =>
          [...HOSTILE_SEGMENTS, ...api.someIds].map((part) => ({
            operation,
            what: `${headers === officer ? 'officer' : 'nobody'} ${part.slice(0, 40)}`,
            path: operation.path.replace(/\{\w+\}/, () => part),
            headers: { ...headers, ...JSON_TYPE },
            ...(operation.method !== 'GET' && { body: json(api.bodyOf(operation)) }),
          })),
        );
      expect(await faultsOfEach(operations, triesOf)).toEqual([]);
    },
    LONG,
  );

  it('of somebody else’s ids: what is theirs stays theirs', async () => {
    const { headers } = await api.nobody();
    const theirs = [
      'GET /api/residencies/{id}',
      'GET /api/files/{id}',
      'GET /api/persons/{id}',
      'GET /api/persons/{id}/looks',
    ];
    const operations = api.operations.filter(({ name }) => theirs.includes(name));
    expect(operations).toHaveLength(theirs.length);
    const tries = operations.flatMap((operation) =>
      [0, 1, 2].map((turn) => ({ operation, what: `${turn}`, path: api.pathOf(operation, turn), headers })),
    );
    const judge = (answer: RawAnswer): string | null =>
      faultOf(answer) ?? ([403, 404].includes(answer.status) ? null : 'is shown');
    expect(await faultsOf(base, tries, judge)).toEqual([]);
  });

  it(
    'gets an answer in place of a body',
    async () => {
      const triesOf = (operation: ApiOperation, headers: Readonly<Record<string, string>>): Try[] =>
        HOSTILE_BODIES.map(([what, body, type], turn) => ({
          operation,
          what,
          path: api.pathOf(operation, turn),
          headers: { ...headers, ...(type && { 'content-type': type }) },
          body,
        }));
      expect(await faultsOfEach(writing(), triesOf)).toEqual([]);
    },
    LONG,
  );

  it(
    'is never taken for good: unknown fields, stale versions, more than 1 MB, broken JSON, another type',
    async () => {
      const operations = taking('body').filter(({ takesFiles }) => !takesFiles);
      const statuses: Record<string, readonly number[]> = {
        'unknown field': [400, 404],
        'over 1 MB': [413],
        'broken JSON': [400],
        XML: [415],
        'stale version': [400, 403, 404, 409, 422],
      };
      const triesOf = (operation: ApiOperation, headers: Readonly<Record<string, string>>): Try[] => {
        const good = api.bodyOf(operation);
        const attempt = (what: string, body: string, type = 'application/json'): Try => ({
          operation,
          what,
          path: api.pathOf(operation, 1),
          headers: { ...headers, 'content-type': type },
          body,
        });
        return [
          attempt('unknown field', json({ ...good, 未知: 1 })),
          attempt('over 1 MB', json({ ...good, pad: 'x'.repeat(1_100_000) })),
          attempt('broken JSON', json(good).slice(0, -1)),
          attempt('XML', '<a/>', 'application/xml'),
          ...(operation.body.includes('version')
            ? [attempt('stale version', json({ ...good, version: 1_999_999_999 }))]
            : []),
        ];
      };
      const judge = (answer: RawAnswer, { what }: Try): string | null =>
        faultOf(answer) ?? (statuses[what]?.includes(answer.status) ? null : 'was expected otherwise');
      expect(operations.length).toBeGreaterThan(50);
      expect(await faultsOfEach(operations, triesOf, judge)).toEqual([]);
    },
    LONG,
  );

  it(
    'is 401 as a token wherever somebody has to be signed in',
    async () => {
      const triesOf = (operation: ApiOperation): Try[] =>
        HOSTILE_TOKENS.map((authorization) => ({
          operation,
          what: authorization.slice(0, 30),
          path: api.pathOf(operation),
          headers: { authorization },
        }));
      const judge = (answer: RawAnswer, { operation }: Try): string | null =>
        faultOf(answer) ?? (operation.access === 'public' || answer.status === 401 ? null : 'let somebody in');
      expect(await faultsOf(base, api.operations.flatMap(triesOf), judge)).toEqual([]);
    },
    LONG,
  );

  it(
    'gets an answer when a request comes three times at once, and with a key that is none',
    async () => {
      const triesOf = (operation: ApiOperation, headers: Readonly<Record<string, string>>): Try[] =>
        [...Array<string>(3).fill(uuidv7()), '', ' ', 'k'.repeat(5_000), '\u00e9'].map((key) => ({
          operation,
          what: `key ${key.slice(0, 40)}`,
          path: api.pathOf(operation, 2),
          headers: { ...headers, ...JSON_TYPE, 'idempotency-key': key },
          body: json(api.bodyOf(operation)),
        }));
      expect(await faultsOfEach(writing(), triesOf)).toEqual([]);
    },
    LONG,
  );

  it('leaves the service as it was', async () => {
    await api.world.test.app.get(FiringService).drainAll();
    await api.world.test.drain();
    const failed = await api.world.test.database.first<{ n: number }>('SELECT count(*)::int AS n FROM outbox_failures');
    expect(failed?.n).toBe(0);
    expect((await api.world.get(null, '/api/health/ready')).status).toBe(200);
  });
});
