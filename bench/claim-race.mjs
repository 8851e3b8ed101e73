// 200 clients, 50 open orders, ten runs: each client claims one order at the same time as three others.
// node bench/claim-race.mjs          needs: npm run build
import { benchApi, benchPostgres, signIn } from './lib/stack.mjs';

const [CLIENTS, ORDERS, RUNS] = [200, 50, 10];
const postgres = await benchPostgres();
const api = await benchApi(postgres, 23_211);
try {
  const token = Object.fromEntries(
    await Promise.all(['resident', 'dispatcher', 'member', 'member2'].map(async (p) => [p, await signIn(api.url, p)])),
  );
  const post = (path, who, body = {}) =>
    fetch(`${api.url}/api/orders${path}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token[who]}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  const leaf = (nodes) => nodes.flatMap((n) => (n.children.length > 0 ? leaf(n.children) : [n]));
  const category = leaf(await (await fetch(`${api.url}/api/categories`)).json()).find((c) =>
    c.kinds.includes('wish'),
  ).code;
  for (let run = 1; run <= RUNS; run += 1) {
    const ids = await Promise.all(
      Array.from({ length: ORDERS }, async (_, i) => {
        const { id } = await (
          await post('', 'resident', {
            kind: 'wish',
            category,
            title: `想有人陪着下棋 ${i}`,
            description: '每周一次就好',
          })
        ).json();
        await post(`/${id}/accept`, 'dispatcher');
        await post(`/${id}/dispatch`, 'dispatcher', { pool: 'members' });
        return id;
      }),
    );
    const started = performance.now();
    const statuses = await Promise.all(
      Array.from({ length: CLIENTS }, (_, i) =>
        post(`/${ids[i % ORDERS]}/claim`, i % 2 === 0 ? 'member' : 'member2').then((r) => r.status),
      ),
    );
    const count = (status) => statuses.filter((s) => s === status).length;
    const clean = count(200) === ORDERS && count(409) === CLIENTS - ORDERS;
    console.log(
      `run ${run}: ${count(200)} won, ${count(409)} were told 409, ${Math.round(performance.now() - started)} ms${clean ? '' : '  WRONG'}`,
    );
    if (!clean) process.exitCode = 1;
  }
} finally {
  await api.stop();
  await postgres.stop();
}
