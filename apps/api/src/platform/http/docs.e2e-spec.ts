import type { OpenAPIObject } from '@nestjs/swagger';
import { gapsOf } from './openapi-gaps.js';
import { createTestApp, type TestApp } from '../testing/test-app.js';

let testApp: TestApp;
let document: OpenAPIObject;
beforeAll(async () => {
  testApp = await createTestApp();
  document = (await testApp.http().get('/api/openapi.json').expect(200)).body;
});
afterAll(() => testApp.close());

const operations = () =>
  Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => ({ name: `${method} ${path}`, path, operation })),
  );

describe('the OpenAPI document', () => {
  it('holds every route of the API once, by a readable id', () => {
    expect(document).toMatchObject({
      openapi: '3.0.0',
      info: { title: '邻哨 Linshao', version: expect.stringMatching(/^\d+\./) },
    });
    expect(document.paths['/api/files']?.post?.operationId).toBe('files_upload');
    const ids = operations().map(({ operation }) => operation.operationId);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => !/^[a-z]\w+_[a-z]\w+$/.test(id))).toEqual([]);
  });

  it('says of every operation who may call it', () => {
    for (const { name, operation } of operations()) {
      const isPublic = operation['x-access'] === 'public';
      expect([name, operation['x-access']]).not.toEqual([name, undefined]);
      expect([name, operation.security ?? 'none']).toEqual([name, isPublic ? 'none' : [{ bearer: [] }]]);
      expect([name, '401' in operation.responses]).toEqual([name, !isPublic]);
    }
    expect(document.components?.securitySchemes).toEqual({
      bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' },
    });
  });

  it('gives every error of every operation the shape of a problem', () => {
    for (const { name, operation } of operations()) {
      const errors = Object.entries(operation.responses).filter(
        ([status]) => status === 'default' || Number(status) >= 400,
      );
      expect([name, errors.length]).not.toEqual([name, 0]);
      for (const [, response] of errors) {
        const { $ref } = response as { $ref?: string };
        const resolved = $ref ? document.components?.responses?.[$ref.split('/').at(-1) ?? ''] : response;
        expect([name, resolved]).toEqual([
          name,
          expect.objectContaining({
            content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
          }),
        ]);
      }
    }
  });

  it('describes every part of every path', () => {
    for (const { name, path, operation } of operations()) {
      const inPath = (operation.parameters ?? []).filter((parameter: { in: string }) => parameter.in === 'path');
      const described = inPath.map((parameter: { name: string }) => parameter.name).sort();
      expect([name, described]).toEqual([name, [...path.matchAll(/\{(\w+)\}/g)].map(([, part]) => part).sort()]);
    }
  });

  it('names the Idempotency-Key where a write can be repeated', () => {
    const parameters = (path: string) => document.paths[path]?.post?.parameters ?? [];
    for (const path of ['/api/orders', '/api/orders/{id}/claim']) {
      expect(parameters(path)).toContainEqual(
        expect.objectContaining({ in: 'header', name: 'Idempotency-Key', required: false }),
      );
    }
  });

  it('refers to nothing that is not in it', () => {
    expect(gapsOf(document).filter((gap) => gap.endsWith('leads nowhere'))).toEqual([]);
  });

  it('is not sent again to whoever has it', async () => {
    const { headers } = await testApp.http().get('/api/openapi.json').expect(200);
    expect(headers['content-type']).toBe('application/json; charset=utf-8');
    await testApp
      .http()
      .get('/api/openapi.json')
      .set('if-none-match', headers['etag'] ?? '')
      .expect(304);
  });
});

describe('the documentation page', () => {
  it('brings everything from this server', async () => {
    const { text, headers } = await testApp.http().get('/api/docs').expect(200);
    expect(headers['content-security-policy']).toContain("default-src 'self'");
    expect(text).not.toMatch(/(src|href)=["']https?:/);
    const assets = [...text.matchAll(/(?:src|href)=["']([^"'#]+)["']/g)].map(([, url]) => url);
    expect(assets).toHaveLength(4);
    for (const asset of assets)
      await testApp
        .http()
        .get(new URL(asset ?? '', 'http://x/api/docs').pathname)
        .expect(200);
    expect((await testApp.http().get('/api/docs/start.js')).text).toContain("url: '/api/openapi.json'");
  });

  it('knows no other file', async () => {
    const { body } = await testApp.http().get('/api/docs/..%2fpackage.json').expect(404);
    expect(body.code).toBe('request.not_found');
  });
});
