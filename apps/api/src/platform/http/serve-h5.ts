import { extname } from 'node:path';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { sendAsset } from './asset.js';
import { readSite, type Site } from './h5-site.js';

/** Paths that belong to programs: what is not there is a problem, not a page. */
const NOT_PAGES = /^\/(api|admin|metrics)(\/|$)/;

const WITHOUT_H5 = `<!doctype html>
<html lang="zh-CN"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>邻哨</title>
<style>body{font:18px/1.8 system-ui,sans-serif;max-width:32em;margin:15vh auto;padding:0 1em;color:#222}</style>
<h1>邻哨已启动</h1>
<p>手机页面还没有构建，接口已经可以使用：<a href="/api/docs">查看接口文档</a>。</p>
<p lang="en">The API is running; the H5 pages are not built here. <a href="/api/docs">API documentation</a></p>
</html>`;

/**
 * The built H5 at `/`, on the port of the API. A path without an extension is a page of the app, whichever it is: the
 * app's own router knows. Without a folder, a plain page says so.
 * @throws Error when the folder is given but holds no H5
 */
export function serveH5(fastify: FastifyInstance, folder: string | null): void {
  const site = folder === null ? null : readSite(folder);
  fastify.get('/*', async (request, reply) => {
    const path = decodedPath(request);
    if (!site) return path === '/' ? sendWithoutH5(reply) : reply.callNotFound();
    const asset = site.assets.get(path);
    if (asset) return sendAsset(asset, request, reply);
    return isPage(path) ? sendPage(site, request, reply) : reply.callNotFound();
  });
}

const isPage = (path: string): boolean => path === '/index.html' || (extname(path) === '' && !NOT_PAGES.test(path));

function decodedPath({ url }: FastifyRequest): string {
  const [path = ''] = url.split('?');
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

function sendPage({ index, contentPolicy }: Site, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  return sendAsset(index, request, reply.header('Content-Security-Policy', contentPolicy));
}

function sendWithoutH5(reply: FastifyReply): FastifyReply {
  const policy = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'";
  return reply.headers({ 'Content-Security-Policy': policy }).type('text/html; charset=utf-8').send(WITHOUT_H5);
}
