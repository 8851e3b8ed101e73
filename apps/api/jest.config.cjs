const { availableParallelism } = require('node:os');

// Nest 12 is ESM only and Jest's ESM mode fails on Node 20: everything is compiled to CommonJS for tests.
const swc = (syntax) => ({
  swcrc: false,
  jsc: {
    target: 'es2022',
    parser: syntax === 'typescript' ? { syntax, decorators: true } : { syntax },
    transform: { legacyDecorator: true, decoratorMetadata: true },
    keepClassNames: true,
  },
  module: { type: 'commonjs' },
});

module.exports = {
  displayName: 'api',
  testEnvironment: 'node',
  runtime: '<rootDir>/../../tools/testing/jest-runtime.cjs',
  testMatch: ['<rootDir>/src/**/*.spec.ts', '<rootDir>/src/**/*.e2e-spec.ts'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1', '^@linshao/domain$': '<rootDir>/../../libs/domain/src/index.ts' },
  transform: { '^.+\\.ts$': ['@swc/jest', swc('typescript')], '^.+\\.m?js$': ['@swc/jest', swc('ecmascript')] },
  transformIgnorePatterns: [
    '/node_modules/(?!(@nestjs|file-type|strtok3|token-types|uint8array-extras|@tokenizer|@borewit|uuid|heic-decode|content-disposition|fast-jwt|otplib|@otplib|@scure|@noble)/)',
  ],
  globalSetup: '<rootDir>/../../tools/jest-postgres-setup.mjs',
  globalTeardown: '<rootDir>/../../tools/jest-postgres-teardown.mjs',
  // Tests wait for the database most of their time; more than four at once would want more connections than it has.
  maxWorkers: Math.min(4, availableParallelism()),
  testTimeout: 30_000,
};
