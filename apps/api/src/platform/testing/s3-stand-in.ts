import { createHash, createHmac } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { S3Config } from '../config/config.js';

export interface S3StandIn {
  readonly config: S3Config;
  readonly objects: ReadonlyMap<string, { readonly bytes: Buffer; readonly contentType: string }>;
  /** Statuses to answer with, one each, before behaving again; 0 hangs up without an answer. */
  fail(...statuses: number[]): void;
  close(): Promise<void>;
}

const SECRET = 'stand-in-secret';
const REGION = 'cn-test-1';

/** A bucket that speaks as much S3 as we use and believes nobody: signature and digest are computed again (SigV4). */
export async function startS3StandIn(): Promise<S3StandIn> {
  const objects = new Map<string, { bytes: Buffer; contentType: string }>();
  const failures: number[] = [];
  const server = createServer((request, response) => {
    void bodyOf(request).then((bytes) => {
      const failure = failures.shift();
      if (failure === 0) return void request.socket.destroy();
      if (failure !== undefined) return void response.writeHead(failure).end('<Error/>');
      if (!isSigned(request, bytes))
        return void response.writeHead(403).end('<Error><Code>SignatureDoesNotMatch</Code></Error>');
      const path = request.url ?? '';
      if (!path.startsWith('/photos/'))
        return void response.writeHead(404).end('<Error><Code>NoSuchBucket</Code></Error>');
      const known = objects.get(path);
      switch (request.method) {
        case 'PUT':
          objects.set(path, { bytes, contentType: request.headers['content-type'] ?? '' });
          return void response.writeHead(200).end();
        case 'GET':
          return void (known
            ? response.writeHead(200).end(known.bytes)
            : response.writeHead(404).end('<Error><Code>NoSuchKey</Code></Error>'));
        case 'DELETE':
          objects.delete(path);
          return void response.writeHead(204).end();
        default:
          return void response.writeHead(405).end();
      }
    });
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  return {
    config: {
      endpoint: `http://127.0.0.1:${port}/`,
      bucket: 'photos',
      region: REGION,
      accessKey: 'stand-in',
      secretKey: SECRET,
    },
    objects,
    fail: (...statuses) => void failures.push(...statuses),
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

const sha256 = (data: string | Buffer): string => createHash('sha256').update(data).digest('hex');
const hmac = (key: string | Buffer, data: string): Buffer => createHmac('sha256', key).update(data).digest();

/** The signature as the service computes it, from the request as it arrived. */
function isSigned({ method, url, headers }: IncomingMessage, bytes: Buffer): boolean {
  const header = (name: string): string => String(headers[name] ?? '');
  const [, credential, signedHeaders = '', signature] =
    /^AWS4-HMAC-SHA256 Credential=([^,]+), ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]{64})$/.exec(
      header('authorization'),
    ) ?? [];
  const [path = '', query = ''] = (url ?? '').split('?');
  if (header('x-amz-content-sha256') !== sha256(bytes)) return false;
  const canonical = [
    method,
    path,
    query,
    ...signedHeaders.split(';').map((name) => `${name}:${header(name)}`),
    '',
    signedHeaders,
    header('x-amz-content-sha256'),
  ].join('\n');
  const at = header('x-amz-date');
  const scope = `${at.slice(0, 8)}/${REGION}/s3/aws4_request`;
  const key = hmac(hmac(hmac(hmac(`AWS4${SECRET}`, at.slice(0, 8)), REGION), 's3'), 'aws4_request');
  const expected = hmac(key, ['AWS4-HMAC-SHA256', at, scope, sha256(canonical)].join('\n')).toString('hex');
  return credential === `stand-in/${scope}` && signature === expected;
}
