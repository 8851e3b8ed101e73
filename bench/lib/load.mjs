import autocannon from 'autocannon';
import { cpuMs } from './stack.mjs';

/**
 * Keeps `connections` busy for `seconds` and says what came back. Every answer must have `expect`ed status:
 * a fast wrong answer is no figure.
 */
export async function load({ url, pid, connections, seconds, request, expect = 200 }) {
  const before = pid ? cpuMs(pid) : 0;
  const result = await autocannon({
    url,
    connections,
    duration: seconds,
    setupClient: (client) => client.setHeaders(request.headers ?? {}),
    requests: [request],
  });
  const answers = Object.entries(result.statusCodeStats).map(([status, { count }]) => [Number(status), count]);
  const good = answers.find(([status]) => status === expect)?.[1] ?? 0;
  const bad = answers.filter(([status]) => status !== expect);
  if (bad.length > 0 || result.errors > 0)
    throw new Error(`${url}: unexpected answers ${JSON.stringify(bad)}, ${result.errors} errors`);
  return {
    perSecond: Math.round(good / result.duration),
    p50: result.latency.p50,
    p99: result.latency.p99,
    cpuMsPerRequest: pid ? Number(((cpuMs(pid) - before) / good).toFixed(2)) : null,
    requests: good,
  };
}
