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
    return `${Buffer.from(claims).toString('base64url')}.${this.seal(claims).toString('base64url')}`;
  }

  /** Null for anything we did not make. */
  read(token: string): RefreshClaims | null {
    const [encoded = '', seal = ''] = token.split('.');
    const claims = Buffer.from(encoded, 'base64url').toString('utf8');
    const [, city, sessionId, generation] = CLAIMS.exec(claims) ?? [];
    const expected = this.seal(claims);
    const given = Buffer.from(seal, 'base64url');
    if (given.length !== expected.length || !timingSafeEqual(given, expected)) return null;
    return sessionId ? { cityId: Number(city), sessionId, generation: Number(generation) } : null;
  }

  private seal(claims: string): Buffer {
    return createHmac('sha256', this.config.jwtSecret).update(`refresh\0${claims}`).digest();
  }
}
