import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { AwsClient } from 'aws4fetch';
import type { S3Config } from '../config/config.js';
import { checkedKey, FileStorage } from './file-storage.js';

const TIMEOUT_MS = 15_000;
/** Pauses before the second and the third try. */
const PAUSES_MS = [200, 1_000];

const NO_BYTES: Buffer = Buffer.alloc(0);

/**
 * Files in a bucket of an S3-compatible service (MinIO, Ceph, the clouds' own), addressed by path. Bytes are signed
 * with their digest, so that the service refuses what was damaged on the way.
 */
export class S3FileStorage extends FileStorage {
  private readonly client: AwsClient;

  constructor(
    private readonly config: S3Config,
    private readonly pausesMs: readonly number[] = PAUSES_MS,
  ) {
    super();
    const { accessKey: accessKeyId, secretKey: secretAccessKey, region } = config;
    this.client = new AwsClient({ accessKeyId, secretAccessKey, region, service: 's3', retries: 0 });
  }

  async put(key: string, bytes: Buffer, contentType: string): Promise<void> {
    const response = await this.send('PUT', key, bytes, contentType);
    if (!response.ok) throw failure('PUT', key, response);
  }

  async read(key: string): Promise<Buffer | null> {
    const response = await this.send('GET', key);
    if (response.status === 404) return null;
    if (!response.ok) throw failure('GET', key, response);
    return Buffer.from(await response.arrayBuffer());
  }

  async remove(key: string): Promise<void> {
    const response = await this.send('DELETE', key);
    if (!response.ok && response.status !== 404) throw failure('DELETE', key, response);
  }

  /** Tries again what may succeed next time: no answer, 429, 5xx. Every call here is safe to repeat. */
  private async send(method: string, key: string, bytes = NO_BYTES, contentType?: string): Promise<Response> {
    const pauses = [...this.pausesMs];
    for (;;) {
      const last = pauses.length === 0;
      const response = await this.sendOnce(method, key, bytes, contentType).catch((error: unknown) => {
        if (last) throw new Error(`storage: ${method} ${key}: no answer`, { cause: error });
        return null;
      });
      if (response && (last || (response.status < 500 && response.status !== 429))) return response;
      await response?.body?.cancel();
      await pause(pauses.shift() ?? 0);
    }
  }

  private sendOnce(method: string, key: string, bytes: Buffer, contentType?: string): Promise<Response> {
    const { endpoint, bucket } = this.config;
    return this.client.fetch(`${endpoint.replace(/\/+$/, '')}/${bucket}/${checkedKey(key)}`, {
      method,
      headers: {
        'x-amz-content-sha256': createHash('sha256').update(bytes).digest('hex'),
        ...(contentType && { 'content-type': contentType }),
      },
      ...(method === 'PUT' && { body: new Uint8Array(bytes) }),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
  }
}

function failure(method: string, key: string, { status, statusText }: Response): Error {
  return new Error(`storage: ${method} ${key}: ${status} ${statusText}`);
}
