import { Inject, Injectable } from '@nestjs/common';
import { createSigner, createVerifier } from 'fast-jwt';
import type { Config } from '../config/config.js';
import { CONFIG } from '../config/config.module.js';

export interface AccessClaims {
  readonly city: number;
  readonly sub: string;
  readonly sid: string;
}

/** Seconds an access token lives; a revoked session ends sooner (see CallerSource). */
export const ACCESS_TOKEN_SECONDS = 900;

@Injectable()
export class AccessTokens {
  private readonly signer: (claims: AccessClaims) => string;
  private readonly verifier: (token: string) => AccessClaims;

  constructor(@Inject(CONFIG) config: Config) {
    this.signer = createSigner({ key: config.jwtSecret, algorithm: 'HS256', expiresIn: ACCESS_TOKEN_SECONDS * 1000 });
    this.verifier = createVerifier({ key: config.jwtSecret, algorithms: ['HS256'], cache: 10_000 });
  }

  sign(claims: AccessClaims): string {
    return this.signer({ city: claims.city, sub: claims.sub, sid: claims.sid });
  }

  /** Null for a token that is wrong, old or not ours. */
  read(token: string): AccessClaims | null {
    try {
      const { city, sub, sid } = this.verifier(token);
      return { city, sub, sid };
    } catch {
      return null;
    }
  }
}
