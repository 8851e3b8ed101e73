import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock.js';
import type { Config } from '../config/config.js';
import { CONFIG } from '../config/config.module.js';
import { TimedTokens } from './timed-tokens.js';

/** Seconds an access token lives; a revoked session ends sooner (see CallerSource). */
export const ACCESS_TOKEN_SECONDS = 900;

@Injectable()
export class AccessTokens extends TimedTokens {
  constructor(@Inject(CONFIG) { jwtSecret: key }: Config, clock: Clock) {
    super(clock, { key, seconds: ACCESS_TOKEN_SECONDS, cache: 10_000 });
  }
}
