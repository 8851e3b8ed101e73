// Exports of 100,000 orders, read as fast as they come and by a slow reader: time, and the memory of the api while it writes.
// node bench/exports.mjs [rows, default 99000]        needs: npm run build
import pg from 'pg';
import { benchApi, benchPostgres, cpuMs, rssMb, signIn } from './lib/stack.mjs';

const rows = Number(process.argv[2] ?? 99_000);
const postgres = await benchPostgres();
const api = await benchApi(postgres, 23_240);
const database = new pg.Client({ connectionString: postgres.url });
await database.connect();
try {
  await database.query(
    `INSERT INTO orders (city_id, id, number, kind, category, state, version, title, description, address, area_path, community_code, subdistrict_code, reporter_id, created_by_id, anonymous, confidential, submitted_at)
     SELECT city_id, uuidv7(-make_interval(secs => g)), 'bench-' || g, kind, category, state, 1, title || '，请打13812345678', description, '富强新村3幢2单元501室',
            area_path, community_code, subdistrict_code, reporter_id, created_by_id, false, false, now() - make_interval(secs => g)
       FROM (SELECT * FROM orders WHERE community_code IS NOT NULL AND parent_id IS NULL ORDER BY id DESC LIMIT 1) o, generate_series(1, ${rows}) g`,
  );
  await database.query('VACUUM ANALYZE');
  const authorization = `Bearer ${await signIn(api.url, 'dispatcher')}`;
  console.log(`before: ${Math.round(rssMb(api.pid))} MB`);
  // One before the figures: what is loaded once belongs to none of them.
  await read(`${api.url}/api/exports/orders.csv?kind=wish`, authorization, 0);
  for (const [format, pauseMs] of [
    ['csv', 0],
    ['xlsx', 0],
    ['csv', 2],
    ['xlsx', 5],
  ]) {
    const cpu = cpuMs(api.pid);
    const { seconds, bytes, peak } = await read(`${api.url}/api/exports/orders.${format}`, authorization, pauseMs);
    console.log(
      `${format.padEnd(5)} reader ${pauseMs ? 'slow' : 'fast'}  ${seconds.toFixed(1)} s  ${(bytes / 1e6).toFixed(1)} MB  CPU ${((cpuMs(api.pid) - cpu) / 1000).toFixed(1)} s  api at most ${Math.round(peak)} MB`,
    );
  }
} finally {
  await database.end();
  await api.stop();
  await postgres.stop();
}

async function read(url, authorization, pauseMs) {
  const started = performance.now();
  let peak = 0;
  const watch = setInterval(() => (peak = Math.max(peak, rssMb(api.pid))), 50);
  const response = await fetch(url, { headers: { authorization } });
  if (!response.ok) throw new Error(`${url}: ${response.status} ${await response.text()}`);
  let bytes = 0;
  for await (const chunk of response.body) {
    bytes += chunk.length;
    if (pauseMs) await new Promise((resolve) => setTimeout(resolve, pauseMs));
  }
  clearInterval(watch);
  return { seconds: (performance.now() - started) / 1000, bytes, peak };
}
