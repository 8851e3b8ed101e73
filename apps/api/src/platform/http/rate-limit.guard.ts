import {
  type CanActivate,
  type ExecutionContext,
  Inject,
  Injectable,
  type OnApplicationShutdown,
  SetMetadata,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { Redis } from 'ioredis';
import { type RateLimiterAbstract, RateLimiterMemory, RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible';
import type { RequestWithCaller } from '../auth/access.js';
import type { Config } from '../config/config.js';
import { CONFIG } from '../config/config.module.js';
import { Problem } from './problem.js';

const LIMIT = Symbol('LIMIT');

/** Requests per minute. A person's own limits are far above what hands can do; an address may be a whole office behind one router. */
const PER_MINUTE = { read: 600, write: 120, address: 3000, signIn: 20 } as const;
type Kind = keyof typeof PER_MINUTE;

/** Signing in is where guessing happens: counted per address, and strictly. */
export const LimitSignIn = (): MethodDecorator => SetMetadata(LIMIT, 'signIn' satisfies Kind);

/** Counts in this process, or in Redis for all processes together when there is one; a dead Redis falls back to this process. */
@Injectable()
export class RateLimitGuard implements CanActivate, OnApplicationShutdown {
  private readonly limiters: ReadonlyMap<Kind, RateLimiterAbstract>;
  private readonly redis: Redis | null;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly reflector: Reflector,
  ) {
    this.redis = config.redisUrl ? new Redis(config.redisUrl, { enableOfflineQueue: false, lazyConnect: false }) : null;
    this.redis?.on('error', () => undefined);
    this.limiters = new Map((Object.keys(PER_MINUTE) as Kind[]).map((kind) => [kind, this.limiter(kind)]));
  }

  async canActivate(context: ExecutionContext): Promise<boolean> {
    if (this.config.throttleDisabled) return true;
    const request = context.switchToHttp().getRequest<RequestWithCaller>();
    const own = this.reflector.get<Kind | undefined>(LIMIT, context.getHandler());
    await this.consume('address', request.ip);
    if (own) await this.consume(own, request.ip);
    else if (request.caller) await this.consume(request.method === 'GET' ? 'read' : 'write', request.caller.personId);
    return true;
  }

  private async consume(kind: Kind, key: string): Promise<void> {
    try {
      await this.limiters.get(kind)?.consume(key);
    } catch (refused) {
      if (!(refused instanceof RateLimiterRes)) throw refused;
      throw new Problem(429, 'request.too_many', '操作太频繁了，请稍等片刻再试', {
        retryAfterSeconds: refused.msBeforeNext / 1000,
      });
    }
  }

  private limiter(kind: Kind): RateLimiterAbstract {
    const limits = { keyPrefix: `limit-${kind}`, points: PER_MINUTE[kind], duration: 60 };
    const memory = new RateLimiterMemory(limits);
    return this.redis ? new RateLimiterRedis({ ...limits, storeClient: this.redis, insuranceLimiter: memory }) : memory;
  }

  onApplicationShutdown(): void {
    this.redis?.disconnect();
  }
}
