import { get, type IncomingMessage } from 'node:http';

/** A screen on a real socket. */
export interface Screen {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  /** Everything received so far. */
  readonly text: () => string;
  /** Data of the `wall` events received so far. */
  readonly events: () => Readonly<Record<string, unknown>>[];
  /** Resolves when the server ended the stream. */
  readonly ended: Promise<void>;
  close(): void;
}

export function listen(url: string, headers: Readonly<Record<string, string>> = {}): Promise<Screen> {
  return new Promise((resolve, reject) => {
    const request = get(url, { headers, agent: false }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
      response.on('error', () => undefined);
      resolve({
        status: response.statusCode ?? 0,
        headers: response.headers,
        text: () => text,
        events: () =>
          [...text.matchAll(/^event: wall\nid: (.+)\ndata: (.+)\n\n/gm)].map(
            ([, , data = '']) => JSON.parse(data) as Record<string, unknown>,
          ),
        ended: new Promise((done) => response.once('end', done)),
        close: () => request.destroy(),
      });
    });
    request.on('error', reject);
  });
}

/** Waits until it is so; fails after `ms`. */
export async function until(so: () => boolean | Promise<boolean>, ms = 6_000): Promise<void> {
  for (const end = Date.now() + ms; !(await so());) {
    if (Date.now() > end) throw new Error('it did not come to that');
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}
