import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';

/** A board's page as it goes over the wire. */
export interface BoardBytes {
  readonly bytes: Buffer;
  readonly etag: string;
}

interface Entry extends BoardBytes {
  readonly until: number;
}

const FRESH_MS = 1_000;
/** Of this process. Pages live a second, so this is what a second of different questions may hold. */
const MOST_BYTES = 32 * 1024 * 1024;
const MOST_ADDRESSES = 5_000;

/**
 * Pages everybody reads are made once a second at most, however many ask. All entries live equally long, so the map's
 * order of insertion is the order in which they end.
 */
@Injectable()
export class BoardCache {
  private readonly entries = new Map<string, Entry>();
  private readonly making = new Map<string, Promise<BoardBytes>>();
  private readonly keys = new Map<string, string>();
  private held = 0;

  /**
   * The page of a question; whoever asks while it is being made waits for the same one.
   * @param url the address the question came by, which `at` will know from now on
   * @param key the question in its normal form: the same for every address that asks the same
   */
  async get(url: string, key: string, make: () => Promise<object>): Promise<BoardBytes> {
    this.remember(url, key);
    const known = this.fresh(key) ?? this.making.get(key);
    if (known) return known;
    const page = make()
      .then((content) => this.keep(key, content))
      .finally(() => this.making.delete(key));
    this.making.set(key, page);
    return page;
  }

  /** The page an address gave less than a second ago, or null. */
  at(url: string): BoardBytes | null {
    const key = this.keys.get(url);
    return key === undefined ? null : this.fresh(key);
  }

  private fresh(key: string): Entry | null {
    const entry = this.entries.get(key);
    return entry && entry.until > performance.now() ? entry : null;
  }

  private keep(key: string, content: object): BoardBytes {
    const bytes = Buffer.from(JSON.stringify(content));
    const etag = `"${createHash('sha1').update(bytes).digest('base64url')}"`;
    const entry = { bytes, etag, until: performance.now() + FRESH_MS };
    this.drop(key);
    this.entries.set(key, entry);
    this.held += bytes.length;
    for (const [oldest, { until }] of this.entries) {
      if (until > performance.now() && this.held <= MOST_BYTES) break;
      this.drop(oldest);
    }
    return entry;
  }

  private drop(key: string): void {
    this.held -= this.entries.get(key)?.bytes.length ?? 0;
    this.entries.delete(key);
  }

  private remember(url: string, key: string): void {
    if (this.keys.size >= MOST_ADDRESSES) this.keys.clear();
    this.keys.set(url, key);
  }
}
