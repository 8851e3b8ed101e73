import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Gate } from './gate.js';
import { damaged, tooManyPixels, unsupported } from './photo-problems.js';

export interface Photo {
  /** JPEG, longer side at most 1600 px. */
  readonly large: Buffer;
  /** JPEG, longer side at most 400 px. */
  readonly thumb: Buffer;
  /** Of `large`. */
  readonly width: number;
  readonly height: number;
}

export interface Question {
  readonly path: string;
  readonly limits: {
    /** Cameras of 50 megapixels (8192 × 6144) fit. */
    readonly pixels: number;
    /** What phones make by default (24 MP) fits; decoding HEIC takes 14 bytes a pixel. */
    readonly heicPixels: number;
    /** Of a picture that stands in memory whole. */
    readonly bytes: number;
  };
}

export type Answer =
  | { readonly photo: Photo }
  | { readonly refused: 'damaged' | 'unsupported' }
  | { readonly refused: 'too_many_pixels'; readonly max: number };

const LIMITS = { pixels: 51_000_000, heicPixels: 25_000_000, bytes: 200_000_000 };

const PROGRAM = fileURLToPath(new URL('./photo.worker.mjs', import.meta.url));
const AT_ONCE = 2;
const ANSWER_MS = 45_000;
const IDLE_MS = 30_000;
/** After a large picture the decoders keep its memory; a fresh process has not. */
const MEMORY_BYTES = 200_000_000;

/** Opens pictures in processes of their own (see photo.worker.mjs): up to two, kept while there is work. */
@Injectable()
export class PhotoReader implements OnApplicationShutdown {
  private readonly gate = new Gate(AT_ONCE);
  private readonly idle = new Map<ChildProcess, NodeJS.Timeout>();

  /**
   * Makes ours of a picture somebody sent, from its pixels alone: upright, without EXIF (place, time, camera) or
   * anything else that was in the file. What the file is called or claims to be does not matter.
   * @throws Problem 415 `file.type_unsupported`, 422 `file.damaged`, 422 `file.too_many_pixels`
   */
  async read(path: string, limits = LIMITS): Promise<Photo> {
    const answer = await this.gate.run(() => this.ask({ path, limits }));
    if ('photo' in answer) return answer.photo;
    switch (answer.refused) {
      case 'too_many_pixels':
        throw tooManyPixels(answer.max);
      case 'unsupported':
        throw unsupported();
      case 'damaged':
        throw damaged();
    }
  }

  onApplicationShutdown(): void {
    for (const child of this.idle.keys()) this.dismiss(child);
  }

  /** A process that ends or stays silent over a picture says that the picture is damaged. */
  private async ask(question: Question): Promise<Answer> {
    const child = this.takeIdle() ?? (await start());
    child.send(question);
    const answer = (await nextMessage(child)) as (Answer & { readonly memory: number }) | null;
    if (answer && answer.memory < MEMORY_BYTES) this.rest(child);
    else this.dismiss(child);
    return answer ?? { refused: 'damaged' };
  }

  private takeIdle(): ChildProcess | undefined {
    for (const [child, timer] of this.idle) {
      clearTimeout(timer);
      this.idle.delete(child);
      if (child.connected) return child;
    }
    return undefined;
  }

  private rest(child: ChildProcess): void {
    this.idle.set(child, setTimeout(() => this.dismiss(child), IDLE_MS).unref());
  }

  private dismiss(child: ChildProcess): void {
    clearTimeout(this.idle.get(child));
    this.idle.delete(child);
    child.kill('SIGKILL');
  }
}

/** @throws Error when the program itself does not run; no picture is to blame then */
async function start(): Promise<ChildProcess> {
  const child = fork(PROGRAM, [], {
    // None of our own environment, which holds secrets. The setting: glibc keeps freed memory per thread otherwise.
    env: { MALLOC_ARENA_MAX: '2' },
    execArgv: [],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  child.on('error', () => child.kill('SIGKILL'));
  if ((await nextMessage(child)) === null) throw new Error(`${PROGRAM} does not start`);
  // While it rests it must not keep this process alive; while it works, the request does.
  child.unref();
  child.channel?.unref();
  return child;
}

/** Null when the process ends or stays silent instead. */
function nextMessage(child: ChildProcess): Promise<unknown> {
  return new Promise((resolve) => {
    const settle = (message: unknown): void => {
      clearTimeout(timer);
      child.off('message', settle).off('exit', giveUp).off('error', giveUp);
      resolve(message);
    };
    const giveUp = (): void => settle(null);
    const timer = setTimeout(giveUp, ANSWER_MS);
    child.once('message', settle).once('exit', giveUp).once('error', giveUp);
  });
}
