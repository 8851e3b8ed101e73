import 'reflect-metadata';
import { readFile, writeFile } from 'node:fs/promises';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { OpenAPIObject } from '@nestjs/swagger';
import { AppModule } from './app.module.js';
import { parseConfig } from './platform/config/config.js';
import { openApiDocument } from './platform/http/openapi-document.js';
import { gapsOf } from './platform/http/openapi-gaps.js';

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

function fail(message: string): void {
  process.stderr.write(`${message}\n`);
  process.exitCode = 1;
}

const document = await documentOfThisBuild();
const text = `${JSON.stringify(document, null, 2)}\n`;
const gaps = gapsOf(document);
if (gaps.length > 0)
  fail(`The document has gaps:\n  ${gaps.join('\n  ')}\nGive every answer a class of a *.dto.ts file.`);
if (!process.argv.includes('--check')) await writeFile(FILE, text);
else if ((await readFile(FILE, 'utf8').catch(() => '')) !== text) {
  fail('apps/api/openapi.json is not what the code says. Write it again with `npm run openapi:write`.');
}
