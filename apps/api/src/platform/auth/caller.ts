import type { Actor } from '@linshao/domain';

/** Who sent a request, with the posts that count now. */
export interface Caller {
  readonly cityId: number;
  readonly personId: string;
  readonly sessionId: string;
  readonly actor: Extract<Actor, { type: 'person' }>;
}

/** Where callers come from; the identity feature provides it, so that the platform knows no feature. */
export abstract class CallerSource {
  /** Null when the session ended or the person may no longer sign in. */
  abstract load(cityId: number, personId: string, sessionId: string): Promise<Caller | null>;
}
