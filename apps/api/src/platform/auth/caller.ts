import type { Actor } from '@linshao/domain';

/** Who sent a request, with the posts that count now. */
export interface Caller {
  readonly cityId: number;
  readonly personId: string;
  readonly sessionId: string;
  /** Path of the dwelling they are registered at, else of their first post's area; null for a stranger. */
  readonly homeAreaPath: string | null;
  readonly actor: Extract<Actor, { type: 'person' }>;
}

/** Where callers come from; the identity feature provides it, so that the platform knows no feature. */
export abstract class CallerSource {
  /** Null when the session ended or the person may no longer sign in. */
  abstract load(cityId: number, personId: string, sessionId: string): Promise<Caller | null>;

  /** To be called after the commit of anything that changes a person's posts, sessions or right to sign in. */
  abstract forget(personId: string): void;
}
