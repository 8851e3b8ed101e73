import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { Injectable } from '@nestjs/common';
import { headOf } from './board-head.js';

/** One form of a page: its head, and its body with one character for each byte (latin1), whatever is written in it. */
export interface BoardForm {
  readonly head: string[];
  readonly body: string;
}

/** A board's page as it goes over the wire. */
export interface BoardBytes {
  /** Weak: the same for both forms. */
  readonly etag: string;
  readonly plain: BoardForm;
  /** For whoever understands it, which is nearly everybody: a fifth of the way over the air. */
  readonly gzipped: BoardForm;
}

interface Entry extends BoardBytes {
  readonly until: number;
}

const compress = promisify(gzip);
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
   * @param essence what of the page its tag stands for; a page that differs elsewhere only, e.g. in when it was made, is the same
   */
  async get<T extends object>(
    url: string,
    key: string,
    make: () => Promise<T>,
    essence: (content: T) => object = (content) => content,
  ): Promise<BoardBytes> {
    this.remember(url, key);
    const known = this.fresh(key) ?? this.making.get(key);
    if (known) return known;
    const page = make()
      .then((content) => this.keep(key, content, essence(content)))
      .finally(() => this.making.delete(key));
    this.making.set(key, page);
    return page;
  }

  /** The page an address gave less than a second ago, or null. */
  at(url: string): BoardBytes | null {
    const key = this.keys.get(url);
    return key === undefined ? null : this.fresh(key);
  }

  /** Something changed: the next one to ask gets a new page. */
  forget(key: string): void {
    this.drop(key);
  }

  private fresh(key: string): Entry | null {
    const entry = this.entries.get(key);
    return entry && entry.until > performance.now() ? entry : null;
  }

  private async keep(key: string, content: object, essence: object): Promise<BoardBytes> {
    const bytes = Buffer.from(JSON.stringify(content));
    const told = essence === content ? bytes : JSON.stringify(essence);
    const etag = `W/"${createHash('sha1').update(told).digest('base64url')}"`;
    const entry = {
      etag,
      plain: formOf(bytes, etag),
      gzipped: formOf(await compress(bytes), etag, 'gzip'),
      until: performance.now() + FRESH_MS,
    };
    this.drop(key);
    this.entries.set(key, entry);
    this.held += sizeOf(entry);
    for (const [oldest, { until }] of this.entries) {
      if (until > performance.now() && this.held <= MOST_BYTES) break;
      this.drop(oldest);
    }
    return entry;
  }

  private drop(key: string): void {
    const entry = this.entries.get(key);
    if (!entry) return;
    this.held -= sizeOf(entry);
    this.entries.delete(key);
  }

  private remember(url: string, key: string): void {
    if (this.keys.size >= MOST_ADDRESSES) this.keys.clear();
    this.keys.set(url, key);
  }
}

const sizeOf = ({ plain, gzipped }: BoardBytes): number => plain.body.length + gzipped.body.length;

function formOf(bytes: Buffer, etag: string, encoding?: string): BoardForm {
  const head = [
    ...headOf(etag),
    'Content-Type',
    'application/json; charset=utf-8',
    'Content-Length',
    `${bytes.length}`,
  ];
  return { head: encoding ? [...head, 'Content-Encoding', encoding] : head, body: bytes.toString('latin1') };
}
