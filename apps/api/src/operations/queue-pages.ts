import { createBullBoard } from '@bull-board/api';
import { BullMQAdapter } from '@bull-board/api/bullMQAdapter';
import { FastifyAdapter } from '@bull-board/fastify';
import type { Queue } from 'bullmq';
import { fastify, type FastifyInstance } from 'fastify';
import { EVERY_ANSWER } from '../platform/http/every-answer.js';

// The pages style themselves inline and draw small images from data URLs; they fetch nothing from elsewhere.
const CONTENT_POLICY =
  "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; object-src 'none'; base-uri 'self'; form-action 'none'; frame-ancestors 'none'";
/** The page asks Google for a typeface; without it the browser's own serves, and nobody elsewhere learns who looks. */
const FOREIGN_LINK = /<link[^>]*href="https:[^>]*>/g;

/** Bull Board on its own small server, which never listens: requests are handed to it. */
export async function buildQueuePages(path: string, queues: readonly Queue[]): Promise<FastifyInstance> {
  const adapter = new FastifyAdapter().setBasePath(path);
  createBullBoard({
    queues: queues.map((queue) => new BullMQAdapter(queue, { readOnlyMode: true })),
    serverAdapter: adapter,
    options: { uiConfig: { boardTitle: '邻哨队列', hideRedisDetails: true } },
  });
  const pages = fastify();
  pages.addHook('onSend', async (_request, reply, payload) => {
    void reply.headers({ ...EVERY_ANSWER, 'Content-Security-Policy': CONTENT_POLICY });
    if (!reply.hasHeader('Cache-Control')) void reply.header('Cache-Control', 'no-store');
    return typeof payload === 'string' ? payload.replace(FOREIGN_LINK, '') : payload;
  });
  await pages.register(adapter.registerPlugin(), { prefix: path });
  await pages.ready();
  return pages;
}
