import { Injectable, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { sendProblem } from '../platform/http/problem.filter.js';
import { Problem } from '../platform/http/problem.js';
import { jobNames } from '../platform/queue/job.js';
import { Queues } from '../platform/queue/queues.js';
import { DASHBOARD, QueuePasses } from './queue-passes.service.js';

/**
 * The queues as a page for administrators. It only looks: a queue holds no truth, every sweep finds by itself what a
 * button there could wake, and so there is nothing worth the danger of an "empty queue" pressed by mistake.
 */
@Injectable()
export class QueueDashboard implements OnModuleInit {
  private pages: Promise<FastifyInstance> | null = null;

  constructor(
    private readonly host: HttpAdapterHost,
    private readonly queues: Queues,
    private readonly passes: QueuePasses,
  ) {}

  onModuleInit(): void {
    // The queue process has no HTTP.
    const fastify = (
      this.host.httpAdapter as HttpAdapterHost['httpAdapter'] | undefined
    )?.getInstance<FastifyInstance>();
    for (const url of [DASHBOARD, `${DASHBOARD}/*`]) {
      fastify?.all(url, (request, reply) => this.answer(request, reply));
    }
  }

  private async answer(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      return sendProblem(reply, new Problem(405, 'queues.read_only', '队列看板只能查看，不能操作'));
    }
    if (!(await this.passes.open(request.headers.cookie))) {
      const detail = `以管理员身份登录后 POST /api${DASHBOARD}/ticket，再用同一浏览器打开本页`;
      return sendProblem(reply, new Problem(401, 'queues.pass_required', '请先取得队列看板的通行证', { detail }));
    }
    this.pages ??= this.build();
    const pages = await this.pages;
    reply.hijack();
    pages.routing(request.raw, reply.raw);
    return reply;
  }

  /** Made when the first administrator comes: until then nothing is loaded and no queue keeps connections of its own. */
  private async build(): Promise<FastifyInstance> {
    const { buildQueuePages } = await import('./queue-pages.js');
    return buildQueuePages(
      DASHBOARD,
      jobNames().map((name) => this.queues.queue(name)),
    );
  }
}
