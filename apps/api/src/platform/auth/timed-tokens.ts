import { createSigner, createVerifier } from 'fast-jwt';
import type { Clock } from '../clock/clock.js';

/** Whose session a token stands for. */
export interface SessionClaims {
  readonly city: number;
  readonly sub: string;
  readonly sid: string;
}

interface TimedTokensOptions {
  readonly key: string;
  /** How long a token lives. */
  readonly seconds: number;
  /** How many that were read are remembered; what is read at every request is not proven every time. */
  readonly cache?: number;
}

/** Signed tokens that begin and end by the application's clock: a machine whose own clock is off neither ends nor prolongs one. */
export class TimedTokens {
  private readonly signer: (claims: SessionClaims & { readonly iat: number; readonly exp: number }) => string;
  private readonly verifier: (token: string) => SessionClaims & { readonly exp?: number };

  constructor(
    private readonly clock: Clock,
    private readonly options: TimedTokensOptions,
  ) {
    const { key, cache } = options;
    this.signer = createSigner({ key, algorithm: 'HS256' });
    // Judged by us below: the library asks the machine.
    this.verifier = createVerifier({ key, algorithms: ['HS256'], ignoreExpiration: true, ...(cache && { cache }) });
  }

  sign({ city, sub, sid }: SessionClaims): string {
    const iat = this.seconds();
    return this.signer({ city, sub, sid, iat, exp: iat + this.options.seconds });
  }

  /** Null for a token that is wrong, old or not ours. */
  read(token: string): SessionClaims | null {
    try {
      const { city, sub, sid, exp = 0 } = this.verifier(token);
      return this.seconds() < exp ? { city, sub, sid } : null;
    } catch {
      return null;
    }
  }

  private seconds(): number {
    return Math.floor(this.clock.now().getTime() / 1_000);
  }
}
