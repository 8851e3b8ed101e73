import { readFileSync } from 'node:fs';
import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import type { Access } from '../auth/access.js';
import { accessOfOperations, operationId } from './openapi-access.js';
import { addProblems, PROBLEM_RESPONSES, PROBLEM_SCHEMAS } from './openapi-problems.js';

const DESCRIPTION = `居民点单、社区派单、党员接单、组织晒单，每个承诺都有时限。

Residents order, the community dispatches, party members claim, the organisation publishes; every promise has a clock.

* Sign in, then send \`Authorization: Bearer <accessToken>\`. \`x-access\` says who may call an operation.
* Errors are \`application/problem+json\` (RFC 9457) with a stable \`code\` and a Chinese sentence for the person.
* Lists are paged by cursor: give \`nextCursor\` back as \`cursor\`; null is the last page.
* Times are ISO 8601 with an offset; coordinates are GCJ-02 as WeChat gives them.`;

const METHODS = ['get', 'put', 'post', 'delete', 'patch'] as const;

type Operation = NonNullable<OpenAPIObject['paths'][string]['get']>;

const { version } = JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8')) as {
  version: string;
};

/**
 * The whole API as one document: routes and DTOs as they are compiled, who may call what from the routes' own
 * declarations, and the error every operation can answer with. Sorted, so that a change of the API is the only change.
 * @throws Error when two operations would have the same id
 */
export function openApiDocument(app: INestApplication): OpenAPIObject {
  const frame = new DocumentBuilder()
    .setTitle('邻哨 Linshao')
    .setDescription(DESCRIPTION)
    .setVersion(version)
    .addServer('/')
    .addBearerAuth({ type: 'http', scheme: 'bearer', bearerFormat: 'JWT' }, 'bearer')
    .build();
  const document = SwaggerModule.createDocument(app, frame, { operationIdFactory: operationId });
  const accessOf = accessOfOperations(app);
  for (const { path, operation } of operationsOf(document)) {
    const access = accessOf.get(operation.operationId ?? '');
    if (!access) throw new Error(`${path}: a second ${operation.operationId}, or no declared access`);
    accessOf.delete(operation.operationId ?? '');
    operation.tags = [path.split('/')[2] ?? ''];
    splitWords(operation);
    addPathParameters(path, operation);
    addAccess(operation, access);
    addProblems(operation, access);
  }
  document.components = {
    ...document.components,
    responses: PROBLEM_RESPONSES,
    schemas: { ...document.components?.schemas, ...PROBLEM_SCHEMAS },
  };
  return sorted(document);
}

export function operationsOf({ paths }: OpenAPIObject): { path: string; operation: Operation }[] {
  return Object.entries(paths).flatMap(([path, item]) =>
    METHODS.flatMap((method) => (item[method] ? [{ path, operation: item[method] }] : [])),
  );
}

/** A route's comment arrives as one summary: its first sentence stays there, the whole becomes the description. */
function splitWords(operation: Operation): void {
  const words = operation.summary?.replace(/\s+/g, ' ').trim();
  if (!words) return;
  const [first = words] = /^.+?[.。](?=\s|$)/.exec(words) ?? [];
  operation.summary = first;
  if (first !== words) operation.description ??= words;
}

/** Routes that read `:id` through a decorator of their own do not describe it. */
function addPathParameters(path: string, operation: Operation): void {
  const parameters = (operation.parameters ??= []);
  for (const [, name = ''] of path.matchAll(/\{(\w+)\}/g)) {
    if (parameters.some((parameter) => 'name' in parameter && parameter.name === name)) continue;
    parameters.push({ name, in: 'path', required: true, schema: { type: 'string' } });
  }
}

function addAccess(operation: Operation, access: Access): void {
  if (access.kind !== 'public') operation.security = [{ bearer: [] }];
  Object.assign(operation, { 'x-access': access.kind === 'post' ? access.roles : access.kind });
}

/** The compiler hands out the members of a union in any order, so enums are sorted like everything else. */
function sorted(document: OpenAPIObject): OpenAPIObject {
  const byName = <T>(record: Readonly<Record<string, T>> = {}): Record<string, T> =>
    Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
  const whole = {
    ...document,
    paths: byName(document.paths),
    components: { ...document.components, schemas: byName(document.components?.schemas) },
  };
  return JSON.parse(
    JSON.stringify(whole, (key, value: unknown) =>
      key === 'enum' && Array.isArray(value) ? (value as unknown[]).toSorted() : value,
    ),
  ) as OpenAPIObject;
}
