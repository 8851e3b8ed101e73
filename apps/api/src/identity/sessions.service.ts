import { Injectable, Logger } from '@nestjs/common';
import { ACCESS_TOKEN_SECONDS, AccessTokens } from '../platform/auth/access-tokens.js';
import type { Caller } from '../platform/auth/caller.js';
import { Problem } from '../platform/http/problem.js';
import { nextId } from '../platform/ids.js';
import { CallerCache } from './caller-cache.js';
import type { LoginEntity } from './login.entity.js';
import { type RefreshClaims, RefreshTokens } from './refresh-tokens.js';
import { SessionRepository } from './session.repository.js';
import type { TokensDto } from './sign-in.dto.js';

/** A used refresh token is answered once more within this time: long enough for one retry after a lost answer. */
const RETRY_SECONDS = 30;

/**
 * Sessions and their tokens. A refresh token works once; the next one comes with the answer. When a used one comes back
 * - within 30 s and only one generation old, it gets the *same* next token again. That is a lost answer or two tabs
 *   refreshing at once: nobody is locked out, and no second chain of tokens exists that could live on unnoticed;
 * - otherwise two parties hold the family, and nobody can say which is the thief: the whole session ends.
 * A token that is not ours (wrong seal) ends nothing, so nobody can end a stranger's session by guessing.
 */
@Injectable()
export class SessionsService {
  private readonly log = new Logger(SessionsService.name);

  constructor(
    private readonly sessions: SessionRepository,
    private readonly accessTokens: AccessTokens,
    private readonly refreshTokens: RefreshTokens,
    private readonly callers: CallerCache,
  ) {}

  async start(cityId: number, personId: string, provider: LoginEntity['provider']): Promise<TokensDto> {
    const sessionId = nextId();
    await this.sessions.start(cityId, sessionId, personId, provider);
    return this.tokens({ cityId, sessionId, generation: 0 }, personId);
  }

  /** @throws Problem 401 `auth.expired` for a token that no longer counts. */
  async refresh(token: string): Promise<TokensDto> {
    const claims = this.refreshTokens.read(token);
    if (!claims) throw expired();
    const next = { ...claims, generation: claims.generation + 1 };
    const rotated = await this.sessions.rotate(claims.cityId, claims.sessionId, claims.generation);
    if (rotated) return this.tokens(next, rotated.personId);
    const session = await this.sessions.byId(claims.cityId, claims.sessionId);
    if (!session?.open) throw expired();
    if (session.generation === next.generation && session.sinceRotation <= RETRY_SECONDS)
      return this.tokens(next, session.personId);
    if (session.generation > claims.generation) {
      await this.sessions.revoke(claims.cityId, claims.sessionId, 'refresh token used twice');
      this.callers.forget(session.personId);
      this.log.warn(
        { sessionId: claims.sessionId, generation: claims.generation },
        'a used refresh token came back; its session ends',
      );
    }
    throw expired();
  }

  async end({ cityId, personId, sessionId }: Caller): Promise<void> {
    await this.sessions.revoke(cityId, sessionId, 'logout');
    this.callers.forget(personId);
  }

  /** @param except a session that stays open. */
  async endAll(cityId: number, personId: string, why: string, except: string | null = null): Promise<void> {
    await this.sessions.revokeAll(cityId, personId, why, except);
    this.callers.forget(personId);
  }

  private tokens(claims: RefreshClaims, personId: string): TokensDto {
    return {
      accessToken: this.accessTokens.sign({ city: claims.cityId, sub: personId, sid: claims.sessionId }),
      refreshToken: this.refreshTokens.make(claims),
      expiresInSeconds: ACCESS_TOKEN_SECONDS,
    };
  }
}

const expired = (): Problem => new Problem(401, 'auth.expired', '登录已过期，请重新登录');
