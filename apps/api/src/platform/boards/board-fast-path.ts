import { Injectable, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance } from 'fastify';
import { BoardCache } from './board-cache.js';
import { sendBoard } from './send-board.js';

const BOARDS = /^\/api\/(?:boards\/|wall\?)/;

/**
 * Answers a board's page that was made less than a second ago before anything of Nest runs. On a busy evening nearly all
 * requests are such, and guards, pipes and serialising would cost many times what sending the bytes does. Everything
 * else (another address, a wrong parameter, too many requests) takes the usual way: only answers given there are known here.
 */
@Injectable()
export class BoardFastPath implements OnModuleInit {
  constructor(
    private readonly host: HttpAdapterHost,
    private readonly cache: BoardCache,
  ) {}

  onModuleInit(): void {
    // The queue process has no HTTP.
    const fastify = (
      this.host.httpAdapter as HttpAdapterHost['httpAdapter'] | undefined
    )?.getInstance<FastifyInstance>();
    fastify?.addHook('onRequest', (request, reply, done) => {
      const { method, url, headers } = request.raw;
      const page = method === 'GET' && url !== undefined && BOARDS.test(url) ? this.cache.at(url) : null;
      if (page) sendBoard(reply, page, headers);
      else done();
    });
  }
}
