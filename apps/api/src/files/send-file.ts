import type { FastifyReply } from 'fastify';
import type { FileContent } from './files.service.js';

/** @param known the `If-None-Match` of the request: what the asker has already, once it is certain that they may have it. */
export async function sendFile(reply: FastifyReply, content: FileContent, known: string | undefined): Promise<void> {
  const { etag, cacheControl } = content;
  const unchanged = known?.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag) ?? false;
  const bytes = unchanged ? undefined : await content.bytes();
  reply.headers({ ETag: etag, 'Cache-Control': cacheControl, Vary: 'Authorization' });
  if (!bytes) {
    await reply.status(304).send();
    return;
  }
  await reply.headers({ 'Content-Type': 'image/jpeg', 'Content-Disposition': 'inline' }).send(bytes);
}
