// Every rule of .dependency-cruiser.cjs is broken once on purpose: a rule that cannot fail protects nothing.
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { after, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { run } from './processes.mjs';

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const API = 'apps/api/src';
const MINI = 'apps/miniprogram/src';

/** Broken rule, importing file, imported file. @type {readonly (readonly [string, string, string])[]} */
const OFFENCES = [
  ['api-direction-from-platform', `${API}/platform/x.ts`, `${API}/orders/orders.service.ts`],
  ['api-direction-from-identity', `${API}/identity/x.ts`, `${API}/registry/registry.service.ts`],
  ['api-direction-from-registry', `${API}/calendars/x.ts`, `${API}/orders/orders.service.ts`],
  ['api-direction-from-orders', `${API}/orders/x.ts`, `${API}/deadlines/deadlines.service.ts`],
  ['api-direction-from-dispatch', `${API}/deadlines/x.ts`, `${API}/publication/boards.service.ts`],
  ['api-direction-from-publication', `${API}/wall/x.ts`, `${API}/notifications/notifications.service.ts`],
  ['api-feature-face', `${API}/whistle/x.ts`, `${API}/orders/orders.repository.ts`],
  ['api-feature-face', `${API}/whistle/y.ts`, `${API}/dispatch/dispatch.entity.ts`],
  ['api-last-tier', `${API}/notifications/x.ts`, `${API}/audit/audit.service.ts`],
  ['api-folder-has-a-tier', `${API}/gossip/gossip.service.ts`, `${API}/platform/clock.ts`],
  ['migrations-stand-alone', `${API}/migrations/x.ts`, `${API}/orders/order.entity.ts`],
  ['api-wiring-is-not-imported', `${API}/orders/y.ts`, `${API}/app.module.ts`],
  ['domain-imports-nothing', 'libs/domain/src/orders/x.ts', 'libs/domain/playbooks/p.ts'],
  ['domain-by-its-entry', `${API}/orders/z.ts`, 'libs/domain/src/orders/lifecycle.ts'],
  ['apps-apart', `${MINI}/session/x.ts`, `${API}/identity/identity.service.ts`],
  ['miniprogram-subpackages-apart', `${MINI}/features/orders/x.ts`, `${MINI}/features/whistle/api.ts`],
  ['miniprogram-base-knows-no-screen', `${MINI}/ui/x.ts`, `${MINI}/pages/home.ts`],
  ['no-cycles', `${API}/duty/a.ts`, `${API}/duty/b.ts`],
];

/** Importing file, imported file. */
const ALLOWED = [
  [`${API}/orders/orders.service.ts`, `${API}/identity/identity.service.ts`],
  [`${API}/whistle/whistle.service.ts`, `${API}/dispatch/dispatch.events.ts`],
  [`${API}/whistle/whistle.e2e-spec.ts`, `${API}/orders/orders.repository.ts`],
  [`${API}/notifications/notifications.service.ts`, `${API}/orders/orders.events.ts`],
  [`${API}/demo/demo.service.ts`, `${API}/orders/orders.repository.ts`],
  [`${API}/main.ts`, `${API}/app.module.ts`],
  [`${MINI}/features/orders/page.ts`, `${MINI}/ui/button.ts`],
];

describe('the import direction', () => {
  const folder = mkdtempSync(join(tmpdir(), 'linshao-boundaries-'));
  after(() => rmSync(folder, { recursive: true, force: true }));

  /** @param {string} name @param {readonly (readonly string[])[]} imports @returns {Promise<Map<string, string>>} file → rule */
  async function brokenIn(name, imports) {
    const root = join(folder, name);
    const write = (/** @type {string} */ file, /** @type {string} */ text) => {
      mkdirSync(dirname(join(root, file)), { recursive: true });
      writeFileSync(join(root, file), text, { flag: 'a' });
    };
    for (const [from = '', to = ''] of imports) {
      const path = relative(dirname(from), to).replace(/^(?!\.)/, './');
      write(from, `import '${path}';\n`);
      write(to, 'export {};\n');
    }
    const program = join(ROOT, 'node_modules', 'dependency-cruiser', 'bin', 'dependency-cruise.mjs');
    const args = ['--config', join(ROOT, '.dependency-cruiser.cjs'), '--output-type', 'json', 'apps', 'libs'];
    const { output } = await run(process.execPath, [program, ...args], { cwd: root });
    /** @type {{ summary: { violations: { from: string, rule: { name: string } }[] } }} */
    const report = JSON.parse(output);
    return new Map(report.summary.violations.map(({ from, rule }) => [`${from} ${rule.name}`, rule.name]));
  }

  it('refuses what it forbids', async () => {
    const cycle = [`${API}/duty/b.ts`, `${API}/duty/a.ts`];
    const broken = await brokenIn('offences', [...OFFENCES.map(([, from, to]) => [from, to]), cycle]);
    const missed = OFFENCES.filter(([rule, from]) => !broken.has(`${from} ${rule}`));
    assert.deepEqual(missed, [], `reported: ${[...broken.keys()].join('; ')}`);
  });

  it('lets the rest pass', async () => {
    mkdirSync(join(folder, 'allowed', 'libs'), { recursive: true });
    assert.deepEqual([...(await brokenIn('allowed', ALLOWED)).keys()], []);
  });
});
