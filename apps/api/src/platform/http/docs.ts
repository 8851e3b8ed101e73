import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { INestApplication } from '@nestjs/common';
import type { FastifyInstance } from 'fastify';
import { type Asset, assetOf, readAsset, sendAsset } from './asset.js';
import { openApiDocument } from './openapi-document.js';

const PAGE = `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>邻哨 API</title>
<link rel="icon" href="/api/docs/favicon-32x32.png"><link rel="stylesheet" href="/api/docs/swagger-ui.css">
<script defer src="/api/docs/swagger-ui-bundle.js"></script><script defer src="/api/docs/start.js"></script>
</head><body><div id="docs"></div></body></html>`;

const START = `SwaggerUIBundle({
  url: '/api/openapi.json', dom_id: '#docs', deepLinking: true, docExpansion: 'none', filter: true,
  tagsSorter: 'alpha', persistAuthorization: true, validatorUrl: null,
});`;

// Swagger UI styles itself inline and draws its icons from data URLs; it fetches nothing from elsewhere.
const CONTENT_POLICY =
  "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; object-src 'none'; base-uri 'none'; frame-ancestors 'self'";

const UI = dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'));
const fromUi = (name: string) => (): Asset => readAsset(join(UI, name));

/** The API's description: `/api/openapi.json` for programs, `/api/docs` for people, without anything from other hosts. */
export function serveDocs(app: INestApplication, fastify: FastifyInstance): void {
  const serve = (url: string, make: () => Asset): void => {
    let asset: Asset | undefined;
    // Made when it is first asked for: by then every route is known, and a start that nobody asks pays nothing.
    fastify.get(url, async (request, reply) =>
      sendAsset((asset ??= make()), request, reply.header('Content-Security-Policy', CONTENT_POLICY)),
    );
  };
  serve('/api/openapi.json', () => assetOf('openapi.json', Buffer.from(JSON.stringify(openApiDocument(app)))));
  serve('/api/docs', () => assetOf('docs.html', Buffer.from(PAGE)));
  serve('/api/docs/start.js', () => assetOf('start.js', Buffer.from(START)));
  for (const name of ['swagger-ui.css', 'swagger-ui-bundle.js', 'favicon-32x32.png']) {
    serve(`/api/docs/${name}`, fromUi(name));
  }
}
