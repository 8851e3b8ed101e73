import { createHmac, timingSafeEqual } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock/clock.js';
import type { Config } from '../platform/config/config.js';
import { CONFIG } from '../platform/config/config.module.js';

const HOUR_MS = 3_600_000;

export interface Ticket {
  readonly cityId: number;
  readonly until: Date;
}

/** Lets whoever holds it see one photo for a while: given to people who may see it, for programs that fetch in their name. */
@Injectable()
export class FileTickets {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  /** Ends on a full hour, one to two hours from now: the same photo keeps its address for a while, so caches work. */
  issue(cityId: number, fileId: string): { ticket: string; until: Date } {
    const until = new Date((Math.floor(this.clock.now().getTime() / HOUR_MS) + 2) * HOUR_MS);
    const words = `${cityId}.${until.getTime() / 1000}`;
    return { ticket: `${words}.${this.seal(words, fileId)}`, until };
  }

  /** Null when the ticket is forged, over, or another photo's. */
  check(ticket: string, fileId: string): Ticket | null {
    const [, words, cityId, seconds, seal] = /^((\d{6})\.(\d{10}))\.([\w-]{43})$/.exec(ticket) ?? [];
    if (!words || !seal || !timingSafeEqual(Buffer.from(seal), Buffer.from(this.seal(words, fileId)))) return null;
    const until = new Date(Number(seconds) * 1000);
    return until > this.clock.now() ? { cityId: Number(cityId), until } : null;
  }

  private seal(words: string, fileId: string): string {
    return createHmac('sha256', this.config.jwtSecret).update(`file ticket\0${words}\0${fileId}`).digest('base64url');
  }
}
