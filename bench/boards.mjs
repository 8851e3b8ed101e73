// Public boards from the cache of their bytes, against a bare Fastify that says hello in 1 KB of JSON, turn by turn in one run.
// node bench/boards.mjs [seconds per turn, default 3]        needs: npm run build
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { get } from 'node:http';
import { fileURLToPath } from 'node:url';
import Fastify from 'fastify';
import { load } from './lib/load.mjs';
import { benchApi, benchPostgres, rssMb } from './lib/stack.mjs';

const HELLO_PORT = 23_221;
const TURNS = 5;
const PAGES = ['results?limit=5', 'results', 'wishes', 'results?limit=100'];
// Not compressed: autocannon decodes every body as text, and would take longer over compressed bytes than the api does.
const headers = {};

if (process.argv[2] === 'hello') {
  const fastify = Fastify();
  const hello = { hello: 'x'.repeat(1024 - '{"hello":""}'.length) };
  fastify.get('/', () => hello);
  await fastify.listen({ port: HELLO_PORT, host: '127.0.0.1' });
  process.send('ready');
} else {
  await compare(Number(process.argv[2] ?? 3));
}

async function compare(seconds) {
  const hello = fork(fileURLToPath(import.meta.url), ['hello']);
  await once(hello, 'message');
  const postgres = await benchPostgres();
  const api = await publishedBoards(postgres);
  const run = async (url, pid, path, connections) =>
    load({ url, pid, connections, seconds, request: { method: 'GET', path, headers } });
  const columns = [
    'connections',
    'page'.padEnd(18),
    'bytes',
    'req/s',
    'p99 ms',
    'CPU µs',
    'hello req/s',
    'CPU µs',
    'of hello',
  ];
  console.log(columns.join('  '));
  try {
    for (const connections of [16, 64]) {
      for (const page of PAGES) {
        const path = `/api/boards/${page}`;
        const turns = [];
        for (let turn = 0; turn < TURNS; turn += 1) {
          const bare = await run(`http://127.0.0.1:${HELLO_PORT}`, hello.pid, '/', connections);
          const ours = await run(api.url, api.pid, path, connections);
          turns.push({ bare, ours, ratio: ours.perSecond / bare.perSecond });
        }
        const { bare, ours, ratio } = turns.sort((a, b) => a.ratio - b.ratio)[Math.floor(TURNS / 2)];
        const cells = [connections, page, await sizeOf(api.url + path), ours.perSecond, ours.p99, micros(ours)];
        const all = [...cells, bare.perSecond, micros(bare), ratio.toFixed(2)];
        console.log(
          all
            .map((cell, i) => (i === 1 ? String(cell).padEnd(18) : String(cell).padStart(columns[i].length)))
            .join('  '),
        );
      }
    }
    console.log(`api process: ${Math.round(rssMb(api.pid))} MB`);
  } finally {
    hello.kill();
    await api.stop();
    await postgres.stop();
  }
}

/** The api without queues, after another process with queues has published the demo's orders. */
async function publishedBoards(postgres) {
  const publisher = await benchApi(postgres, 23_222, { WITH_WORKER: 'true' });
  let last = -1;
  for (;;) {
    const { items } = await (await fetch(`${publisher.url}/api/boards/results?limit=100`)).json();
    if (items.length === last && last > 20) break;
    last = items.length;
    await new Promise((resolve) => setTimeout(resolve, 2_000));
  }
  await publisher.stop();
  return benchApi(postgres, 23_220);
}

function micros({ cpuMsPerRequest }) {
  return Math.round(cpuMsPerRequest * 1000);
}

function sizeOf(url) {
  return new Promise((resolve, reject) => {
    get(url, { headers }, (response) => {
      let bytes = 0;
      response.on('data', (chunk) => (bytes += chunk.length)).on('end', () => resolve(bytes));
    }).on('error', reject);
  });
}
