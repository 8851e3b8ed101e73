import { OutboxRelay } from '../platform/events/outbox.relay.js';
import { CHAIN, createLedgerWorld, type LedgerWorld, NEXT_CHAIN } from './testing/ledger-world.js';

describe('the heads of the ledger', () => {
  let world: LedgerWorld;
  beforeAll(async () => {
    world = await createLedgerWorld();
    await world.happen(5, [CHAIN, NEXT_CHAIN, null]);
    await world.test.app.get(OutboxRelay).drain();
  });
  afterAll(() => world.test.close());

  const get = (query = '') => world.test.http().get(`/api/ledger/heads${query}`);
  const head = (chain: string, sequence: number) => ({
    chain,
    sequence,
    hash: expect.stringMatching(/^[0-9a-f]{64}$/),
  });

  it('are anybody’s to note down, page by page', async () => {
    const { body } = await get().expect(200);
    const all = [head('320400', 1), head(CHAIN, 2), head(NEXT_CHAIN, 2)];
    expect(body).toEqual({ items: all, nextCursor: null });
    const { body: first } = await get('?limit=2').expect(200);
    const page = first as { items: object[]; nextCursor: string };
    expect(page.items).toEqual(all.slice(0, 2));
    const { body: second } = await get(`?limit=2&cursor=${page.nextCursor}`).expect(200);
    expect(second).toEqual({ items: all.slice(2), nextCursor: null });
  });

  it.each(['?limit=101', '?limit=0', '?cursor=x', `?cursor=${Buffer.from('[1]').toString('base64url')}`, '?chain=1'])(
    'refuse %s',
    async (query) => {
      await get(query).expect(400);
    },
  );
});
