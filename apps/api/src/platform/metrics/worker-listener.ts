import { createServer, type IncomingMessage, type Server } from 'node:http';
import { Inject, Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { Config } from '../config/config.js';
import { CONFIG } from '../config/config.module.js';

export interface PlainAnswer {
  readonly status: number;
  readonly type: string;
  readonly body: string;
}

type Answer = (request: IncomingMessage) => Promise<PlainAnswer>;

/** A worker process has no API; with WORKER_PORT it still answers the few questions of whoever watches over it. */
@Injectable()
export class WorkerListener implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly log = new Logger(WorkerListener.name);
  private readonly answers = new Map<string, Answer>();
  private server: Server | null = null;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly host: HttpAdapterHost,
  ) {}

  /** To be called at start, for a path such as `/metrics`. */
  add(path: string, answer: Answer): void {
    this.answers.set(path, answer);
  }

  async onApplicationBootstrap(): Promise<void> {
    const servesApi = Boolean(this.host.httpAdapter);
    if (servesApi || this.config.workerPort === null) return;
    this.server = createServer({ requestTimeout: 10_000 }, (request, response) => {
      void this.answer(request).then(({ status, type, body }) =>
        response.writeHead(status, { 'Content-Type': type, 'Cache-Control': 'no-store' }).end(body),
      );
    });
    const { server } = this;
    const { workerPort: port, host } = this.config;
    await new Promise<void>((done, fail) => server.once('error', fail).listen(port, host, done));
    this.log.log({ address: server.address() }, 'listening for monitoring');
  }

  /** Where it listens; null when it does not. */
  get port(): number | null {
    const address = this.server?.address();
    return typeof address === 'object' && address ? address.port : null;
  }

  private async answer(request: IncomingMessage): Promise<PlainAnswer> {
    const [path = ''] = request.url?.split('?') ?? [];
    const answer = request.method === 'GET' ? this.answers.get(path) : undefined;
    if (!answer) return { status: 404, type: 'text/plain', body: 'not found\n' };
    try {
      return await answer(request);
    } catch (error) {
      this.log.error({ path, error: String(error) }, 'monitoring');
      return { status: 500, type: 'text/plain', body: 'error\n' };
    }
  }

  onApplicationShutdown(): void {
    this.server?.closeAllConnections();
    this.server?.close();
  }
}
