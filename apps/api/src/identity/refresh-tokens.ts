import { createHmac, timingSafeEqual } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Config } from '../platform/config/config.js';
import { CONFIG } from '../platform/config/config.module.js';

export interface RefreshClaims {
  readonly cityId: number;
  readonly sessionId: string;
  /** Which of the session's tokens this is, counted from 0. */
  readonly generation: number;
}

const CLAIMS = /^(\d{6})\.([0-9a-f-]{36})\.(\d{1,9})$/;

/**
 * Refresh tokens are derived, not stored: the same session and generation always give the same token, and only we can
 * make it. So the database holds nothing that could be stolen, an answer that got lost can be given again, and an old
 * token is known for certain to be one of ours.
 */
@Injectable()
export class RefreshTokens {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  make({ cityId, sessionId, generation }: RefreshClaims): string {
    const claims = `${cityId}.${sessionId}.${generation}`;
    return `${Buffer.from(claims).toString('base64url')}.${this.seal(claims)}`;
  }

  /** Null for anything we did not make. */
  read(token: string): RefreshClaims | null {
    const text = Buffer.from(token.split('.', 1)[0] ?? '', 'base64url').toString('utf8');
    const [, city, sessionId, generation] = CLAIMS.exec(text) ?? [];
    if (!sessionId) return null;
    const claims = { cityId: Number(city), sessionId, generation: Number(generation) };
    // The whole token is compared, not its parts: there is one spelling of it only.
    const [given, made] = [Buffer.from(token), Buffer.from(this.make(claims))];
    return given.length === made.length && timingSafeEqual(given, made) ? claims : null;
  }

  private seal(claims: string): string {
    return createHmac('sha256', this.config.jwtSecret).update(`refresh\0${claims}`).digest('base64url');
  }
}
