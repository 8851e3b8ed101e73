import { execFile, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { createAdministrator } from '../identity/create-administrator.js';
import { OfficialAreasService } from '../organisation/official-areas.service.js';
import { createTestApp, type TestApp } from '../platform/testing/test-app.js';

const ROOT = join(__dirname, '../../../..');
const PAGE = readFileSync(join(ROOT, 'docs/admin-rest.md'), 'utf8');
const AREAS = readFileSync(join(ROOT, 'libs/domain/playbooks/fuqiang/areas.jsonl'), 'utf8').split('\n');
const PASSWORD = '第一天的长口令 2026';
const SCRIPT = [...PAGE.matchAll(/^```sh\n(.*?)^```$/gms)].map(([, block]) => block).join('\n');
const TOOLS = ['bash', 'curl'].filter((tool) => spawnSync(tool, ['--version']).status !== 0);

let testApp: TestApp;
let folder: string;

beforeAll(async () => {
  testApp = await createTestApp();
  folder = mkdtempSync(join(tmpdir(), 'linshao-first-day-'));
  await testApp.app.get(OfficialAreasService).load(AREAS);
  const administrator = { cityId: 320400, userName: 'admin', password: PASSWORD, name: '王建国', areaCode: '320400' };
  await createAdministrator(testApp.database, administrator);
}, 60_000);
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await testApp.close();
});

const one = (sql: string): Promise<object | null> => testApp.database.first(sql);

it('an administrator can paste the whole page, and has a community in the end', async () => {
  if (TOOLS.length > 0)
    return void process.stdout.write(`docs/admin-rest.md was not tried: no ${TOOLS.join(', ')} here\n`);
  const env = { ...process.env, API: await testApp.app.getUrl(), PASSWORD, no_proxy: '127.0.0.1' };
  const run = promisify(execFile)('bash', ['-euo', 'pipefail', '-c', SCRIPT], { cwd: folder, env });
  const { stdout } = await run.catch((error: { stdout: string; stderr: string }) => {
    throw new Error(`${error.stdout.slice(-2000)}\n${error.stderr}`);
  });
  expect(stdout.match(/as expected/g)).toHaveLength(5);
  expect(stdout).toContain('"unchanged":3');
  expect(stdout).toContain('"path":"320400/320402/320402003/320402003012/G02/G02-E01/G02-E01-B02"');
  expect(await one(`SELECT name, households, version FROM areas WHERE code = 'G01'`)).toEqual({
    name: '桃园网格',
    households: 430,
    version: 3,
  });
  expect(await one(`SELECT valid_to IS NOT NULL AS ended FROM posts WHERE role = 'grid_worker'`)).toEqual({
    ended: true,
  });
  expect(
    await one(`SELECT p.name FROM posts o JOIN persons p ON p.id = o.person_id WHERE role = 'dispatcher'`),
  ).toEqual({
    name: '李大姐',
  });
  expect(stdout).toContain('"dueAt":"2026-12-09T17:30:00+08:00"');
  expect(
    await one(
      `SELECT data->'seasons'->0->>'name' AS season, data->'days'->'2027-02-06'->>'reason' AS day
         FROM work_calendars ORDER BY version DESC LIMIT 1`,
    ),
  ).toEqual({ season: '夏季', day: '春节' });
  expect(await one(`SELECT data->>'code' AS code, version FROM playbooks`)).toEqual({
    code: 'fuqiang-own',
    version: 1,
  });
}, 120_000);
