import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { extname } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** Bytes that stay as they are while the process lives: kept in memory, compressed once. */
export interface Asset {
  readonly bytes: Buffer;
  /** Null where compressing gains nothing. */
  readonly gzip: Buffer | null;
  readonly type: string;
  readonly etag: string;
  readonly cacheControl: string;
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
};
const COMPRESSIBLE = /^(text\/|application\/json|image\/svg)/;
/** A build put a digest of the content into the name: under this name it never changes. */
const HASHED = /\.[0-9a-f]{8,}\.[^/]+$/;

/** @param name its extension gives the type, a digest in it a year in caches; other names are asked about each time */
export function assetOf(name: string, bytes: Buffer): Asset {
  const type = TYPES[extname(name)] ?? 'application/octet-stream';
  const gzip = COMPRESSIBLE.test(type) ? gzipSync(bytes) : null;
  return {
    bytes,
    gzip: gzip && gzip.length < bytes.length ? gzip : null,
    type,
    etag: `"${createHash('sha256').update(bytes).digest('base64url')}"`,
    cacheControl: HASHED.test(name) ? 'public, max-age=31536000, immutable' : 'no-cache',
  };
}

export const readAsset = (path: string): Asset => assetOf(path, readFileSync(path));

export function sendAsset(asset: Asset, { headers }: FastifyRequest, reply: FastifyReply): FastifyReply {
  void reply.headers({ ETag: asset.etag, 'Cache-Control': asset.cacheControl, Vary: 'Accept-Encoding' });
  if (headers['if-none-match'] === asset.etag) return reply.status(304).send();
  void reply.type(asset.type);
  const accepts = /\bgzip\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))/i.test(String(headers['accept-encoding'] ?? ''));
  if (!asset.gzip || !accepts) return reply.send(asset.bytes);
  return reply.header('Content-Encoding', 'gzip').send(asset.gzip);
}
