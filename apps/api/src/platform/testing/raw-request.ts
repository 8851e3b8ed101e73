import { Agent, request } from 'node:http';

export interface RawRequest {
  readonly method: string;
  /** As it stands in the request line. */
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
}

export interface RawAnswer {
  /** 0: none within ten seconds, or the connection broke. */
  readonly status: number;
  readonly type: string;
  readonly body: string;
}

const PATIENCE_MS = 10_000;
const agent = new Agent({ keepAlive: true, maxSockets: 16 });
/** Bodies above what the service takes are announced only: it answers before it has read them. */
const ANNOUNCED_ONLY = 1024 * 1024;

/** One request exactly as given: no client that would put anything right, and no help in reading the answer. */
export function sendRaw(baseUrl: string, { method, path, headers = {}, body }: RawRequest): Promise<RawAnswer> {
  const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) };
  const { hostname, port } = new URL(baseUrl);
  return new Promise((resolve) => {
    const sent = request({ agent, hostname, port, method, path, headers: { ...length, ...headers } }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        const type = response.headers['content-type'] ?? '';
        resolve({ status: response.statusCode ?? 0, type, body: Buffer.concat(chunks).toString('utf8') });
        if (!sent.writableEnded) sent.destroy();
      });
    });
    sent.setTimeout(PATIENCE_MS, () => sent.destroy(new Error('no answer')));
    sent.on('error', (error) => resolve({ status: 0, type: '', body: error.message }));
    if (body !== undefined && Buffer.byteLength(body) > ANNOUNCED_ONLY) sent.flushHeaders();
    else sent.end(body);
  });
}
