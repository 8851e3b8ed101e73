import js from '@eslint/js';
import nx from '@nx/eslint-plugin';
import tseslint from 'typescript-eslint';

const SPECS = ['**/*.spec.{ts,tsx,mjs}', '**/*.e2e-spec.ts', 'apps/api/src/**/testing/**'];

const testsRunWhole = [
  {
    selector: 'MemberExpression[object.name=/^(it|test|describe)$/][property.name=/^(only|skip|todo|failing)$/]',
    message: 'A focused or skipped test hides the others. Fix it or delete it.',
  },
  {
    selector: 'CallExpression[callee.name=/^(fit|fdescribe|xit|xtest|xdescribe)$/]',
    message: 'A focused or skipped test hides the others. Fix it or delete it.',
  },
];

// Asia/Shanghai always, wherever the server stands: what these read and write depends on the zone of the machine.
const noLocalTime = [
  {
    selector:
      'MemberExpression[property.name=/^([gs]et(FullYear|Month|Date|Day|Hours|Minutes)|getTimezoneOffset|toLocale(Date|Time)String)$/]',
    message: 'Local time depends on the machine. Use the helpers of libs/domain/src/time.',
  },
  {
    selector: 'NewExpression[callee.name="Date"][arguments.length>1]',
    message: 'Local time depends on the machine. Build the date from an ISO string with its offset.',
  },
];

/** Ids tell a time by which lists, partitions and figures go: the application's, not that of whichever machine made them. */
const noMachineIds = [
  {
    selector: "CallExpression[callee.name='uuidv7'][arguments.length=0]",
    message: 'nextId() of platform/ids tells the application’s time; uuidv7() that of this machine.',
  },
];

const noClock = [
  { selector: 'NewExpression[callee.name="Date"][arguments.length=0]', message: 'Time is an argument in the domain.' },
  {
    selector: 'MemberExpression[object.name="Date"][property.name="now"]',
    message: 'Time is an argument in the domain.',
  },
  {
    selector: 'MemberExpression[object.name="Math"][property.name="random"]',
    message: 'Chance is an argument in the domain.',
  },
];

// On H5 the unsupported ones among these answer as if they had worked; src/platform knows the difference.
const PLATFORM_ONLY = [
  ...['login', 'checkSession', 'getUserProfile', 'requestSubscribeMessage', 'getSetting', 'openSetting', 'authorize'],
  ...['getPrivacySetting', 'onNeedPrivacyAuthorization', 'requirePrivacyAuthorize', 'getLocation', 'chooseLocation'],
  ...[
    'scanCode',
    'chooseImage',
    'chooseMedia',
    'compressImage',
    'uploadFile',
    'downloadFile',
    'makePhoneCall',
    'request',
  ],
];

const noPlatformCalls = [
  {
    selector: `MemberExpression[object.name=/^(Taro|wx)$/][property.name=/^(${PLATFORM_ONLY.join('|')})$/]`,
    message: 'WeChat and H5 differ here: go through src/platform.',
  },
  {
    selector: 'MemberExpression[object.name="Taro"][computed=true]',
    message: 'Taro resolves its functions by name at build time; this one would be undefined.',
  },
];

const IMPURE = ['process', 'console', 'fetch', 'crypto', 'performance', 'Buffer', 'require'];
const TIMERS = ['setTimeout', 'setInterval', 'setImmediate', 'clearTimeout', 'clearInterval'];
const NODE_GLOBALS = [
  ...['process', 'console', 'Buffer', 'URL', 'URLSearchParams', 'fetch', 'performance'],
  ...['module', 'require', 'exports', '__dirname', '__filename'],
];
const WEB_GLOBALS = ['window', 'document', 'AbortController', 'AbortSignal', 'FormData', 'Blob', 'structuredClone'];

/** The commit hook looks at a few files for seconds and leaves what needs types and the project graph to the gate. */
const quick = process.env.LINT_QUICK === 'true' && [
  tseslint.configs.disableTypeChecked,
  { linterOptions: { reportUnusedDisableDirectives: 'off' }, rules: { '@nx/enforce-module-boundaries': 'off' } },
];

export default tseslint.config(
  {
    ignores: [
      '**/dist/**',
      '**/node_modules/**',
      '.data/**',
      '.nx/**',
      '**/coverage/**',
      'artefacts/**',
      'apps/miniprogram/src/api-client/schema.d.ts',
    ],
  },
  js.configs.recommended,
  ...tseslint.configs.recommendedTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    plugins: { '@nx': nx },
    rules: {
      '@nx/enforce-module-boundaries': [
        'error',
        {
          depConstraints: [
            { sourceTag: 'scope:domain', onlyDependOnLibsWithTags: ['scope:domain'] },
            { sourceTag: 'scope:api', onlyDependOnLibsWithTags: ['scope:api', 'scope:domain'] },
            { sourceTag: 'scope:miniprogram', onlyDependOnLibsWithTags: ['scope:miniprogram', 'scope:domain'] },
            { sourceTag: 'scope:tools', onlyDependOnLibsWithTags: ['scope:tools'] },
          ],
        },
      ],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
      '@typescript-eslint/return-await': ['error', 'in-try-catch'],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      // An interface may promise asynchrony that one of its implementations does not need.
      '@typescript-eslint/require-await': 'off',
      eqeqeq: ['error', 'always'],
      // Cleaning what people type means naming control characters.
      'no-control-regex': 'off',
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    // Not in apps/api: Nest reads the classes of constructor parameters at run time, and a type import has none.
    files: ['libs/**/*.ts', 'apps/miniprogram/**/*.{ts,tsx}'],
    rules: { '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }] },
  },
  {
    files: ['apps/api/src/**/*.ts'],
    rules: { 'no-restricted-syntax': ['error', ...noLocalTime, ...noMachineIds] },
  },
  {
    files: ['libs/domain/src/**/*.ts'],
    ignores: SPECS,
    rules: {
      'no-restricted-syntax': ['error', ...noLocalTime, ...noClock],
      'no-restricted-globals': ['error', ...IMPURE, ...TIMERS],
      'no-restricted-imports': [
        'error',
        { patterns: [{ regex: '^[^.]', message: 'The domain imports nothing but itself.' }] },
      ],
    },
  },
  {
    files: ['apps/miniprogram/src/**/*.{ts,tsx}'],
    ignores: ['apps/miniprogram/src/platform/**'],
    rules: { 'no-restricted-syntax': ['error', ...noPlatformCalls, ...noLocalTime] },
  },
  {
    // Of two imports from @tarojs/taro the build for browsers keeps one, and the page crashes when it is opened.
    files: ['apps/miniprogram/src/**/*.{ts,tsx}'],
    rules: { 'no-duplicate-imports': 'error' },
  },
  {
    files: SPECS,
    rules: {
      'no-restricted-syntax': ['error', ...testsRunWhole],
      'max-lines': 'off',
      // Answers over HTTP come as parsed JSON; the test is what says what they are.
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/unbound-method': 'off',
    },
  },
  {
    files: ['apps/api/src/migrations/**'],
    rules: { 'max-lines': 'off' },
  },
  {
    files: ['**/*.{js,cjs,mjs}'],
    languageOptions: {
      globals: Object.fromEntries([...NODE_GLOBALS, ...TIMERS, ...WEB_GLOBALS].map((name) => [name, 'readonly'])),
    },
  },
  {
    files: ['**/*.{js,cjs,mjs}'],
    ignores: ['tools/**', 'deploy/**'],
    ...tseslint.configs.disableTypeChecked,
  },
  {
    files: ['**/*.cjs', 'apps/miniprogram/**/*.js'],
    rules: { '@typescript-eslint/no-require-imports': 'off' },
  },
  {
    files: ['tools/**/*.mjs', 'deploy/**/*.mjs'],
    rules: {
      '@typescript-eslint/no-floating-promises': [
        'error',
        { allowForKnownSafeCalls: [{ from: 'package', package: 'node:test', name: ['describe', 'it', 'test'] }] },
      ],
      // These run as they are, checked by the compiler through their comments, which cannot name what JSON holds.
      'no-undef': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
    },
  },
  {
    // An old Node must be able to read these.
    files: ['tools/node-version.mjs', 'tools/start.mjs', 'tools/test.mjs'],
    languageOptions: { ecmaVersion: 2020 },
    rules: { 'no-var': 'off' },
  },
  quick || [],
);
