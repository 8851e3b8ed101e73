// The import direction of ARCHITECTURE.md, as rules. A tier may import the tiers before it; siblings see each other's face only.
const TIERS = [
  ['platform'],
  ['identity', 'organisation'],
  ['registry', 'directory', 'files', 'duty', 'playbooks', 'calendars'],
  ['orders'],
  [
    'dispatch',
    'deadlines',
    'duty-desk',
    'supervision',
    'objections',
    'matters',
    'whistle',
    'deliberation',
    'activities',
  ],
  ['publication', 'wall', 'scores'],
  // These subscribe to events or put the others together; nobody imports them.
  ['notifications', 'audit', 'imports', 'health', 'operations', 'demo'],
];
const LAST = TIERS.at(-1);
const FEATURES = TIERS.slice(1).flat();

const SRC = '^apps/api/src';
const within = (folders) => `${SRC}/(${folders.join('|')})/`;
// Tests and command line programs put together what they need from anywhere, like the files beside the folders.
const FREE = '([.]spec|[.]e2e-spec|[.]cli)[.]tsx?$|/testing/';

const tierRules = TIERS.slice(0, -1).map((tier, index) => ({
  name: `api-direction-from-${tier[0]}`,
  comment: `${tier.join(', ')} may not know the tiers built on top of them.`,
  severity: 'error',
  from: { path: within(tier), pathNot: FREE },
  to: { path: within(TIERS.slice(index + 1).flat()) },
}));

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    ...tierRules,
    {
      name: 'api-feature-face',
      comment: 'Of another feature only its service, events and module are public; its tables and routes are its own.',
      severity: 'error',
      // The demo's loader writes history that no service would: it knows the tables.
      from: { path: `${SRC}/(${FEATURES.join('|')})/`, pathNot: [FREE, `${SRC}/demo/`] },
      to: { path: within(FEATURES), pathNot: [`${SRC}/$1/`, '[.](service|events|module)[.]ts$'] },
    },
    {
      name: 'api-last-tier',
      comment: `${LAST.join(', ')}: nobody imports them, not even each other.`,
      severity: 'error',
      from: { path: `${SRC}/([^/]+)/`, pathNot: FREE },
      to: { path: within(LAST), pathNot: `${SRC}/$1/` },
    },
    {
      name: 'api-folder-has-a-tier',
      comment: 'A new feature folder must be given its place in TIERS, or its imports go unchecked.',
      severity: 'error',
      from: { path: `${SRC}/[^/]+/[^/]+[.](module|service|controller)[.]ts$`, pathNot: within(TIERS.flat()) },
      to: { path: `${SRC}/` },
    },
    {
      name: 'migrations-stand-alone',
      comment: 'A migration must do tomorrow what it did when it was written, whatever the features become.',
      severity: 'error',
      from: { path: `${SRC}/migrations/`, pathNot: FREE },
      to: { path: within(FEATURES) },
    },
    {
      name: 'api-wiring-is-not-imported',
      comment: 'main, worker and app.module import; nobody imports them.',
      severity: 'error',
      from: { path: `${SRC}/[^/]+/`, pathNot: FREE },
      to: { path: `${SRC}/[^/]+[.]ts$` },
    },
    {
      name: 'domain-imports-nothing',
      comment: 'The rules run in Node, in a browser and in WeChat: no library, no platform.',
      severity: 'error',
      from: { path: '^libs/domain/src', pathNot: FREE },
      to: { pathNot: '^libs/domain/src' },
    },
    {
      name: 'domain-by-its-entry',
      comment: 'The domain is used through its one entry.',
      severity: 'error',
      from: { path: '^apps/' },
      to: { path: '^libs/domain/(src|dist)/', pathNot: '^libs/domain/(src|dist)/index[.](ts|d[.]ts|js)$' },
    },
    {
      name: 'apps-apart',
      comment: 'The API and the mini-program meet over HTTP only.',
      severity: 'error',
      from: { path: '^apps/([^/]+)/' },
      to: { path: '^apps/', pathNot: '^apps/$1/' },
    },
    {
      name: 'miniprogram-subpackages-apart',
      comment: "A feature is a subpackage: WeChat may not have loaded another one's files.",
      severity: 'error',
      from: { path: '^apps/miniprogram/src/features/([^/]+)/' },
      to: { path: '^apps/miniprogram/src/(features|pages)/', pathNot: '^apps/miniprogram/src/features/$1/' },
    },
    {
      name: 'miniprogram-base-knows-no-screen',
      comment: 'What the main package shares knows no page and no feature.',
      severity: 'error',
      from: { path: '^apps/miniprogram/src/(ui|platform|session|api-client|orders|boards|service-status)/' },
      to: { path: '^apps/miniprogram/src/(features|pages)/' },
    },
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-missing-files',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '/dist/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: require('node:path').join(__dirname, 'apps/api/tsconfig.json') },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.h5.ts', '.h5.tsx', '.js', '.mjs', '.cjs', '.json', '.d.ts'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      mainFields: ['main', 'types'],
    },
  },
};
