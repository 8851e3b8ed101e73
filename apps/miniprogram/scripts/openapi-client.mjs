/**
 * Writes src/api-client/schema.d.ts, the types of every request and answer, from the API's own document:
 * `npm run openapi:client`. With `--check` it writes nothing and fails when the file is not what it would write.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import openapiTS, { astToString } from 'openapi-typescript';
import { format, resolveConfig } from 'prettier';

const DOCUMENT = new URL('../../api/openapi.json', import.meta.url);
const FILE = fileURLToPath(new URL('../src/api-client/schema.d.ts', import.meta.url));
const HEAD = '// Written by `npm run openapi:client` from apps/api/openapi.json; do not edit.\n';

const types = astToString(await openapiTS(DOCUMENT, { defaultNonNullable: false }));
const text = await format(HEAD + types, { ...(await resolveConfig(FILE)), filepath: FILE });
if (!process.argv.includes('--check')) await writeFile(FILE, text);
else if ((await readFile(FILE, 'utf8').catch(() => '')) !== text) {
  console.error(`${FILE} is not what apps/api/openapi.json says. Write it again with \`npm run openapi:client\`.`);
  process.exitCode = 1;
}
