import { createHmac } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { activePosts } from '@linshao/domain';
import { type Caller, CallerSource } from '../platform/auth/caller.js';
import { TimedTokens } from '../platform/auth/timed-tokens.js';
import { Clock } from '../platform/clock/clock.js';
import type { Config } from '../platform/config/config.js';
import { CONFIG } from '../platform/config/config.module.js';
import type { QueuePass } from './queue-passes.dto.js';

export const DASHBOARD = '/admin/queues';
const COOKIE = 'linshao_queues';
const PASS_SECONDS = 900;

/**
 * A page a browser opens carries no bearer token: an administrator exchanges theirs for a pass in a cookie that scripts
 * cannot read, other sites cannot make the browser send, and only the dashboard's address receives.
 */
@Injectable()
export class QueuePasses {
  private readonly passes: TimedTokens;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly clock: Clock,
    private readonly callers: CallerSource,
  ) {
    // A key of its own: a pass is no access token, nor the other way round.
    const key = createHmac('sha256', config.jwtSecret).update('queue dashboard').digest('hex');
    this.passes = new TimedTokens(clock, { key, seconds: PASS_SECONDS });
  }

  issue({ cityId, personId, sessionId }: Caller): QueuePass & { readonly cookie: string } {
    const pass = this.passes.sign({ city: cityId, sub: personId, sid: sessionId });
    const secure = this.config.publicUrl.startsWith('https:') ? '; Secure' : '';
    return {
      url: `${DASHBOARD}/`,
      expiresAt: new Date(this.clock.now().getTime() + PASS_SECONDS * 1000),
      cookie: `${COOKIE}=${pass}; Path=${DASHBOARD}; Max-Age=${PASS_SECONDS}; HttpOnly; SameSite=Strict${secure}`,
    };
  }

  /** Asked for every file and every figure: whoever signs out or loses the post is out at once. */
  async open(cookies: string | undefined): Promise<boolean> {
    const pass = new RegExp(`(?:^|;\\s*)${COOKIE}=([\\w.-]+)`).exec(cookies ?? '')?.[1];
    const claims = pass ? this.passes.read(pass) : null;
    const caller = claims && (await this.callers.load(claims.city, claims.sub, claims.sid));
    return caller !== null && activePosts(caller.actor, this.clock.now()).some(({ role }) => role === 'administrator');
  }
}
