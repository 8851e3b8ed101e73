// Compiles the API with the TypeScript compiler and the Swagger plugin, so that the OpenAPI document follows the
// DTO classes and their comments without a second description. (The Nest CLI does the same but asks for a webpack of its own.)
import { rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { before as swagger } from '@nestjs/swagger/plugin';
import ts from 'typescript';

const here = dirname(fileURLToPath(import.meta.url));
const config = ts.getParsedCommandLineOfConfigFile(
  join(here, 'tsconfig.build.json'),
  {},
  {
    ...ts.sys,
    onUnRecoverableConfigFileDiagnostic: (d) => fail([d]),
  },
);
rmSync(join(here, 'dist'), { recursive: true, force: true });
const program = ts.createProgram(config.fileNames, config.options);
const plugin = swagger(
  {
    dtoFileNameSuffix: ['.dto.ts'],
    controllerFileNameSuffix: ['.controller.ts'],
    classValidatorShim: true,
    introspectComments: true,
    esmCompatible: true,
  },
  program,
);
const emitted = program.emit(undefined, undefined, undefined, false, { before: [plugin] });
const problems = [...ts.getPreEmitDiagnostics(program), ...emitted.diagnostics];
if (problems.some((d) => d.category === ts.DiagnosticCategory.Error)) fail(problems);

function fail(diagnostics) {
  const host = {
    getCanonicalFileName: (f) => f,
    getCurrentDirectory: ts.sys.getCurrentDirectory,
    getNewLine: () => '\n',
  };
  console.error(ts.formatDiagnosticsWithColorAndContext(diagnostics, host));
  process.exit(1);
}
