import { randomUUID } from 'node:crypto';
import multipart from '@fastify/multipart';
import type { DynamicModule } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Logger as PinoLogger } from 'pino';
import type { Config } from '../config/config.js';
import { PinoNestLogger } from '../log/pino-nest-logger.js';
import { answerClientError } from './client-error.js';
import { serveDocs } from './docs.js';
import { EVERY_ANSWER } from './every-answer.js';
import { parseJsonBody } from './json-body.js';
import { knownProblem, ProblemFilter, sendProblem } from './problem.filter.js';
import { Problem } from './problem.js';
import { serveH5 } from './serve-h5.js';
import { validationPipe } from './validation.js';

const BODY_LIMIT = 1024 * 1024;
const FILE_LIMIT = 10 * 1024 * 1024;

/** The HTTP application as it runs in production; tests use the very same. */
export async function createApp(
  module: DynamicModule,
  config: Config,
  logger: PinoLogger,
): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    bodyLimit: BODY_LIMIT,
    // The proxy in front (nginx, a pod's sidecar) is on a private network; a public client cannot claim another address.
    trustProxy: 'loopback, uniquelocal',
    genReqId: () => randomUUID(),
    routerOptions: { maxParamLength: 200 },
    requestTimeout: 60_000,
    clientErrorHandler: answerClientError,
    frameworkErrors: (error: Error, _request: FastifyRequest, reply: FastifyReply) => {
      void sendProblem(
        reply,
        knownProblem(error) ?? new Problem(400, 'request.malformed', '请求的格式不对，请检查后再试'),
      );
    },
  });
  const fastify = adapter.getInstance<FastifyInstance>();
  prepare(fastify, config, logger);
  await fastify.register(multipart, {
    limits: { fileSize: FILE_LIMIT, files: 1, fields: 5, fieldSize: 1024 },
    throwFileSizeLimit: true,
  });
  const app = await NestFactory.create<NestFastifyApplication>(module, adapter, {
    logger: new PinoNestLogger(logger),
    bodyParser: false,
    abortOnError: false,
  });
  // Where Prometheus looks by itself; not a part of the API.
  app.setGlobalPrefix('api', { exclude: ['metrics'] });
  app.useGlobalPipes(validationPipe());
  app.useGlobalFilters(new ProblemFilter());
  serveDocs(app, fastify);
  serveH5(fastify, config.h5Dir);
  return app;
}

function prepare(fastify: FastifyInstance, config: Config, logger: PinoLogger): void {
  fastify.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, body, done) => {
    try {
      done(null, parseJsonBody(body as string));
    } catch (error) {
      done(error as Error);
    }
  });
  // XML is WeChat's habit and nobody else's: every other route goes on refusing it.
  fastify.addContentTypeParser(['text/xml', 'application/xml'], { parseAs: 'string' }, (request, body, done) => {
    if (request.url.startsWith('/api/wechat/callback')) done(null, body);
    else done(Object.assign(new Error('unsupported type'), { statusCode: 415 }));
  });
  fastify.addHook('onSend', async (_request, reply) => {
    void reply.headers(EVERY_ANSWER);
    if (!reply.hasHeader('Cache-Control')) void reply.header('Cache-Control', 'no-store');
  });
  if (config.logLevel === 'silent') return;
  fastify.addHook('onResponse', async (request, reply) => {
    // The route's pattern, not its URL: a query may hold a person's words.
    const route = `${request.method} ${request.routeOptions.url ?? 'unknown'}`;
    logger.info(
      { requestId: request.id, route, status: reply.statusCode, ms: Math.round(reply.elapsedTime) },
      'request',
    );
  });
}
