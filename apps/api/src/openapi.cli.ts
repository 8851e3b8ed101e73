import 'reflect-metadata';
import { readFile, writeFile } from 'node:fs/promises';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { OpenAPIObject } from '@nestjs/swagger';
import { AppModule } from './app.module.js';
import { parseConfig } from './platform/config/config.js';
import { openApiDocument } from './platform/http/openapi-document.js';

const FILE = new URL('../openapi.json', import.meta.url);

/** Without a database: a preview knows the routes but makes nothing that they need. */
async function documentOfThisBuild(): Promise<OpenAPIObject> {
  const config = parseConfig({ DEMO_MODE: 'true', DATABASE_URL: 'postgres://none/none' });
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.with(config), new FastifyAdapter(), {
    preview: true,
    logger: ['error'],
    abortOnError: false,
  });
  app.setGlobalPrefix('api');
  return openApiDocument(app);
}

/** Answers whose shape nobody described: an interface where a DTO class was meant. */
function shapeless({ paths, components }: OpenAPIObject): string[] {
  const isShapeless = (schema: object): boolean =>
    'type' in schema && schema.type === 'object' && !('properties' in schema) && !('additionalProperties' in schema);
  const schemas = Object.entries(components?.schemas ?? {});
  const answers = Object.values(paths).flatMap((path) =>
    [path.get, path.post, path.put, path.patch, path.delete].flatMap((operation) =>
      Object.values(operation?.responses ?? {}).map((answer) => {
        const schema = answer && 'content' in answer ? answer.content?.['application/json']?.schema : undefined;
        return [`the answer of ${operation?.operationId}`, schema ?? {}] as const;
      }),
    ),
  );
  return [...schemas, ...answers].filter(([, schema]) => isShapeless(schema)).map(([name]) => name);
}

function fail(message: string): void {
  process.stderr.write(`${message}\n`);
  process.exitCode = 1;
}

const document = await documentOfThisBuild();
const text = `${JSON.stringify(document, null, 2)}\n`;
const gaps = shapeless(document);
if (gaps.length > 0) fail(`No shape is described for ${gaps.join(', ')}: return a DTO class of a *.dto.ts file.`);
if (!process.argv.includes('--check')) await writeFile(FILE, text);
else if ((await readFile(FILE, 'utf8').catch(() => '')) !== text) {
  fail('apps/api/openapi.json is not what the code says. Write it again with `npm run openapi`.');
}
