import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { extname } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { FastifyReply, FastifyRequest } from 'fastify';

interface Packed {
  readonly encoding: 'br' | 'gzip';
  readonly bytes: Buffer;
}

/** Bytes that stay as they are while the process lives: kept in memory, compressed once. */
export interface Asset {
  readonly bytes: Buffer;
  /** The ways it can be sent smaller, the best one first. */
  readonly packed: readonly Packed[];
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
export const BROTLI = '.br';
/** A build put a digest of the content into the name: under this name it never changes. */
const HASHED = /\.[0-9a-f]{8,}\.[^/]+$/;

/**
 * @param name its extension gives the type, a digest in it a year in caches; other names are asked about each time
 * @param brotli the same bytes as the build compressed them: as small as that takes seconds, which no start should wait for
 */
export function assetOf(name: string, bytes: Buffer, brotli: Buffer | null = null): Asset {
  const type = TYPES[extname(name)] ?? 'application/octet-stream';
  const packed: Packed[] = brotli === null ? [] : [{ encoding: 'br', bytes: brotli }];
  if (COMPRESSIBLE.test(type)) packed.push({ encoding: 'gzip', bytes: gzipSync(bytes) });
  return {
    bytes,
    packed: packed.filter((each) => each.bytes.length < bytes.length),
    type,
    etag: `"${createHash('sha256').update(bytes).digest('base64url')}"`,
    cacheControl: HASHED.test(name) ? 'public, max-age=31536000, immutable' : 'no-cache',
  };
}

/** With what the build compressed beside it, where it did. */
export function readAsset(path: string): Asset {
  const compressed = path + BROTLI;
  return assetOf(path, readFileSync(path), existsSync(compressed) ? readFileSync(compressed) : null);
}

export function sendAsset(asset: Asset, { headers }: FastifyRequest, reply: FastifyReply): FastifyReply {
  void reply.headers({ ETag: asset.etag, 'Cache-Control': asset.cacheControl, Vary: 'Accept-Encoding' });
  if (headers['if-none-match'] === asset.etag) return reply.status(304).send();
  void reply.type(asset.type);
  const accepted = String(headers['accept-encoding'] ?? '');
  const packed = asset.packed.find(({ encoding }) => accepts(accepted, encoding));
  if (packed === undefined) return reply.send(asset.bytes);
  return reply.header('Content-Encoding', packed.encoding).send(packed.bytes);
}

const accepts = (header: string, encoding: string): boolean =>
  new RegExp(`\\b${encoding}\\b(?!\\s*;\\s*q=0(\\.0*)?\\s*(,|$))`, 'i').test(header);
