import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { StandInAnswer } from './stand-in-messages.js';
import { type StandInCallback, type StandInRequest, StandInRules } from './stand-in-rules.js';

/** What the next request of a path gets instead of the truth. */
export type StandInFault = StandInAnswer | 'no-answer' | 'not-json' | 'http-500';

/**
 * A small server that speaks WeChat's documented protocol, error codes and limits included, for tests and demo mode.
 * Who a code stands for: see StandInRules.
 */
export class StandInWechat {
  /** Paths of the requests so far. */
  readonly calls: string[] = [];
  private readonly faults = new Map<string, StandInFault[]>();

  private constructor(
    private readonly server: Server,
    readonly rules: StandInRules,
  ) {
    server.on('request', (request, response) => {
      void readBody(request).then((body) => {
        const url = new URL(request.url ?? '/', 'http://localhost');
        this.calls.push(url.pathname);
        const fault = this.faults.get(url.pathname)?.shift();
        if (fault === 'no-answer') return;
        if (fault === 'http-500') response.statusCode = 500;
        const asked = { method: request.method ?? 'GET', path: url.pathname, query: url.searchParams, body };
        response.setHeader('content-type', 'application/json; charset=utf-8');
        response.end(typeof fault === 'string' ? '<html>' : JSON.stringify(fault ?? this.rules.answer(asked)));
      });
    });
  }

  static async start(appId: string, secret: string, callback?: StandInCallback): Promise<StandInWechat> {
    const server = createServer();
    const standIn = new StandInWechat(server, new StandInRules(appId, secret, callback));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    // It must not keep a process alive that has nothing else to do.
    server.unref();
    return standIn;
  }

  get baseUrl(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** The next requests of `path` get these answers, then the usual ones again. */
  fail(path: string, ...faults: readonly StandInFault[]): void {
    this.faults.set(path, [...(this.faults.get(path) ?? []), ...faults]);
  }

  onApplicationShutdown(): void {
    this.server.closeAllConnections();
    this.server.close();
  }
}

async function readBody(request: IncomingMessage): Promise<StandInRequest['body']> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  try {
    return JSON.parse(Buffer.concat(chunks).toString('utf8')) as StandInRequest['body'];
  } catch {
    return null;
  }
}
