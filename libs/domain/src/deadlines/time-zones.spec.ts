import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

/**
 * Plans through a year of half days, pauses, extends, explains. It is run from its source by another Node, because the
 * zone of a process is settled when it starts.
 */
const PROGRAM = `
const Module = require('node:module');
const { transformFileSync } = require('@swc/core');
const resolve = Module._resolveFilename;
Module._resolveFilename = (name, ...rest) => resolve(name.startsWith('.') ? name.replace(/[.]js$/, '.ts') : name, ...rest);
require.extensions['.ts'] = (module, file) => {
  const jsc = { target: 'es2022', parser: { syntax: 'typescript' } };
  module._compile(transformFileSync(file, { swcrc: false, jsc, module: { type: 'commonjs' } }).code, file);
};
const { defaultCalendar } = require('./time/work-calendar.js');
const { startClock, pauseClock, resumeClock, extendClock } = require('./deadlines/clock.js');
const { explainClock } = require('./deadlines/clock-words.js');
const calendar = defaultCalendar();
const limits = [
  { amount: 90, unit: 'minutes', clock: 'working' },
  { amount: 26, unit: 'hours', clock: 'natural' },
  { amount: 7, unit: 'days', clock: 'natural' },
  { amount: 3, unit: 'workdays', clock: 'working' },
];
const lines = [];
for (let at = Date.parse('2026-01-01T00:30:00+08:00'); at < Date.parse('2027-01-02T00:00:00+08:00'); at += 43_200_000) {
  for (const limit of limits) {
    const clock = pauseClock(startClock(limit, new Date(at), calendar), new Date(at + 7_200_000));
    const resumed = resumeClock(clock, new Date(at + 180_000_000), calendar);
    const { dueAt } = extendClock(resumed, limit, '等待配件', calendar);
    lines.push(dueAt.toISOString() + explainClock(resumed, new Date(at), calendar));
  }
}
console.log(JSON.stringify({ newYear: new Date('2026-01-01T00:00:00').toISOString(), lines }));
`;

async function planned(zone: string): Promise<{ newYear: string; lines: string[] }> {
  const { stdout } = await promisify(execFile)(process.execPath, ['-e', PROGRAM], {
    cwd: join(__dirname, '..'),
    env: { ...process.env, TZ: zone },
    maxBuffer: 4_000_000,
  });
  return JSON.parse(stdout) as { newYear: string; lines: string[] };
}

// Four programs at once: on a busy machine they take their time.
it('every date and every word is the same wherever the server stands', async () => {
  const [shanghai, ...others] = await Promise.all(
    ['Asia/Shanghai', 'America/New_York', 'Pacific/Auckland', 'UTC'].map(planned),
  );
  expect(others.map(({ newYear }) => newYear)).toEqual([
    '2026-01-01T05:00:00.000Z',
    '2025-12-31T11:00:00.000Z',
    '2026-01-01T00:00:00.000Z',
  ]);
  expect(shanghai?.lines).toHaveLength(4 * 732);
  for (const { lines } of others) expect(lines).toEqual(shanghai?.lines);
}, 60_000);
