// Jest's runtime, sparing what it does again for every test file: reading and compiling the same few thousand files of packages.
// Every test file still has modules, globals and state of its own; only the compiled code is shared.
const { setFlagsFromString } = require('node:v8');
const { Script } = require('node:vm');
const { default: Runtime } = require('jest-runtime');

// Code that was not called for a while would be compiled again for the next test file.
setFlagsFromString('--no-flush-bytecode');

/** By file, for the life of this worker. @type {Map<string, { code: string, script: Script }>} */
const scripts = new Map();
/** Of installed packages: they do not change while tests run. @type {Map<string, string>} */
const installed = new Map();

/** @param {string} filename */
const isInstalled = (filename) => filename.includes('/node_modules/');

/** @param {string} code @param {string} filename @param {readonly string[]} parameters */
function scriptOf(code, filename, parameters) {
  const known = scripts.get(filename);
  if (known?.code === code) return known.script;
  const head = `(function(${parameters.join(',')}){`;
  const script = new Script(`${head}${code}\n})`, { filename, columnOffset: -head.length });
  scripts.set(filename, { code, script });
  return script;
}

/**
 * What Jest keeps to itself, as of the version that is pinned.
 * @typedef {{
 *   executor: {
 *     readonly environment: { getVmContext: () => import('node:vm').Context | null },
 *     readonly injectedModuleParameters: readonly string[],
 *     compile: (code: string, filename: string) => unknown,
 *   },
 *   transformCache: { transform: (filename: string, how: unknown) => string },
 *   jestGlobals: { jestObjectFor: (filename: string) => unknown },
 * }} Insides
 */

/** @param {unknown} runtime */
const insidesOf = (runtime) => /** @type {Insides} */ (runtime);

class SharingRuntime extends Runtime {
  /** @param {ConstructorParameters<typeof Runtime>} options */
  constructor(...options) {
    super(...options);
    const { executor, transformCache, jestGlobals } = insidesOf(this);
    const compile = executor.compile.bind(executor);
    executor.compile = function (code, filename) {
      const context = executor.environment.getVmContext();
      if (context === null) return null;
      try {
        return scriptOf(code, filename, executor.injectedModuleParameters).runInContext(context);
      } catch {
        // Jest knows how to explain what does not compile.
        return compile(code, filename);
      }
    };
    const transform = transformCache.transform.bind(transformCache);
    transformCache.transform = function (filename, how) {
      const known = installed.get(filename);
      if (known !== undefined) return known;
      const code = transform(filename, how);
      if (isInstalled(filename)) installed.set(filename, code);
      return code;
    };
    const jestObjectFor = jestGlobals.jestObjectFor.bind(jestGlobals);
    // No package asks for "jest", which is made anew for every file.
    jestGlobals.jestObjectFor = (filename) => (isInstalled(filename) ? undefined : jestObjectFor(filename));
  }
}

module.exports = { __esModule: true, default: SharingRuntime };
