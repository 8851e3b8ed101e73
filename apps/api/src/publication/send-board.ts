import type { FastifyReply } from 'fastify';
import type { BoardBytes } from './board-cache.js';

/** @param known the `If-None-Match` of the request */
export function sendBoard(reply: FastifyReply, { bytes, etag }: BoardBytes, known: string | undefined): FastifyReply {
  void reply.headers({ ETag: etag, 'Cache-Control': 'public, max-age=1' });
  if (known !== undefined && known.includes(etag)) return reply.status(304).send();
  return reply.header('Content-Type', 'application/json; charset=utf-8').send(bytes);
}
