import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { type Sheet, type SheetTask, SheetThread } from './sheet-thread.js';

/** How long a thread is kept for the next sheet; starting one costs half a second. */
const IDLE_MS = 30_000;

/** Reads sheets in threads, so that requests go on. */
@Injectable()
export class SheetReader implements OnApplicationShutdown {
  private spare: SheetThread | null = null;
  private idle: NodeJS.Timeout | undefined;

  /** @throws Problem 413, 422 when the sheet cannot be read */
  async read(task: SheetTask): Promise<Sheet> {
    const thread = this.spare && !this.spare.ended ? this.spare : new SheetThread();
    this.spare = null;
    try {
      return await thread.read(task);
    } finally {
      this.keep(thread);
    }
  }

  onApplicationShutdown(): void {
    clearTimeout(this.idle);
    this.spare?.end(new Error('shutting down'));
  }

  private keep(thread: SheetThread): void {
    if (this.spare) return thread.end(new Error('one spare is enough'));
    this.spare = thread;
    clearTimeout(this.idle);
    this.idle = setTimeout(() => {
      this.spare?.end(new Error('idle'));
      this.spare = null;
    }, IDLE_MS).unref();
  }
}
