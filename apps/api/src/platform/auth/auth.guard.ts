import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { activePosts } from '@linshao/domain';
import { Clock } from '../clock/clock.js';
import type { Config } from '../config/config.js';
import { CONFIG } from '../config/config.module.js';
import { Problem } from '../http/problem.js';
import { AccessTokens } from './access-tokens.js';
import { ACCESS, type Access, type RequestWithCaller } from './access.js';
import { type Caller, CallerSource } from './caller.js';
import { mayMonitor } from './monitoring.js';

/** Default deny: a route without a declaration is refused here as well as at boot. */
@Injectable()
export class AuthGuard implements CanActivate {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly reflector: Reflector,
    private readonly tokens: AccessTokens,
    private readonly callers: CallerSource,
    private readonly clock: Clock,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const access = this.reflector.getAllAndOverride<Access | undefined>(ACCESS, [
      context.getHandler(),
      context.getClass(),
    ]);
    const request = context.switchToHttp().getRequest<RequestWithCaller>();
    if (access?.kind === 'monitoring') {
      if (mayMonitor(request.raw, this.config.metricsToken)) return true;
      throw new Problem(403, 'auth.monitoring_only', '运行指标只给本机或持有监控令牌的程序读取');
    }
    const caller = await this.identify(request);
    if (caller) request.caller = caller;
    if (access?.kind === 'public') return true;
    if (!access || !caller) throw new Problem(401, 'auth.required', '请先登录');
    if (access.kind === 'post' && !this.holdsOne(caller, access.roles)) {
      throw new Problem(403, 'auth.not_allowed', '您的岗位不能做这件事');
    }
    return true;
  }

  private async identify(request: RequestWithCaller): Promise<Caller | null> {
    const header = request.headers.authorization;
    if (!header?.startsWith('Bearer ')) return null;
    const claims = this.tokens.read(header.slice(7));
    const caller = claims && (await this.callers.load(claims.city, claims.sub, claims.sid));
    // A bad token is an error even on public routes: the client believes to be somebody.
    if (!caller) throw new Problem(401, 'auth.expired', '登录已过期，请重新登录');
    return caller;
  }

  private holdsOne(caller: Caller, roles: readonly string[]): boolean {
    return activePosts(caller.actor, this.clock.now()).some(({ role }) => roles.includes(role));
  }
}
