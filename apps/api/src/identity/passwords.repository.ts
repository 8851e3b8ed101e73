import { Injectable } from '@nestjs/common';
import { Database, type Sql } from '../platform/database/database.js';

export interface PasswordAccount {
  readonly personId: string;
  readonly name: string;
  readonly userName: string;
  readonly mayEnter: boolean;
  readonly hash: string;
  /** Present once the second factor counts. */
  readonly totpSealed: string | null;
}

/** Wrong tries in a row until the account rests, and for how long. */
const MOST_TRIES = 5;
const REST = `interval '15 minutes'`;

@Injectable()
export class PasswordsRepository {
  constructor(private readonly database: Database) {}

  /**
   * Takes one of the five tries, before anything is checked: a hundred guesses sent at once get five answers, not a
   * hundred. Null for an unknown user and for an account that rests, which the caller must not tell apart.
   */
  takeTry(
    cityId: number,
    by: { readonly userName: string } | { readonly personId: string },
  ): Promise<PasswordAccount | null> {
    const [condition, value] = 'userName' in by ? ['l.subject = $2', by.userName] : ['l.person_id = $2', by.personId];
    return this.database.first(
      `UPDATE passwords w SET tries = CASE WHEN w.tried_at > now() - ${REST} THEN w.tries + 1 ELSE 1 END, tried_at = now()
         FROM logins l JOIN persons p ON p.city_id = l.city_id AND p.id = l.person_id
        WHERE l.city_id = $1 AND l.provider = 'password' AND ${condition}
          AND w.city_id = l.city_id AND w.person_id = l.person_id
          AND (w.tries < ${MOST_TRIES} OR w.tried_at IS NULL OR w.tried_at <= now() - ${REST})
       RETURNING w.person_id AS "personId", p.name, l.subject AS "userName",
                 p.disabled_at IS NULL AND p.erased_at IS NULL AS "mayEnter", w.hash,
                 CASE WHEN w.totp_confirmed_at IS NOT NULL THEN w.totp_sealed END AS "totpSealed"`,
      [cityId, value],
    );
  }

  /** @param succeeded true forgets the tries; false gives one back, for a step that was no guess */
  async settleTry(cityId: number, personId: string, succeeded: boolean): Promise<void> {
    await this.database.rows(
      'UPDATE passwords SET tries = CASE WHEN $3 THEN 0 ELSE greatest(tries - 1, 0) END WHERE city_id = $1 AND person_id = $2',
      [cityId, personId, succeeded],
    );
  }

  /** Gives a person this user name and password, in place of any they had; a second factor falls with the old one. */
  async assign(
    sql: Sql,
    cityId: number,
    personId: string,
    userName: string,
    hash: string,
    changeRequired: boolean,
  ): Promise<void> {
    await sql.rows(`DELETE FROM logins WHERE city_id = $1 AND provider = 'password' AND person_id = $2`, [
      cityId,
      personId,
    ]);
    await sql.rows(`INSERT INTO logins (city_id, provider, subject, person_id) VALUES ($1, 'password', $2, $3)`, [
      cityId,
      userName,
      personId,
    ]);
    await sql.rows('DELETE FROM passwords WHERE city_id = $1 AND person_id = $2', [cityId, personId]);
    await sql.rows('INSERT INTO passwords (city_id, person_id, hash, change_required) VALUES ($1, $2, $3, $4)', [
      cityId,
      personId,
      hash,
      changeRequired,
    ]);
  }

  async change(cityId: number, personId: string, hash: string): Promise<void> {
    await this.database.rows(
      'UPDATE passwords SET hash = $3, change_required = false, tries = 0, changed_at = now() WHERE city_id = $1 AND person_id = $2',
      [cityId, personId, hash],
    );
  }

  /** Null for a person who does not sign in by password. */
  stateOf(
    cityId: number,
    personId: string,
  ): Promise<{ userName: string; changeRequired: boolean; totp: boolean } | null> {
    return this.database.first(
      `SELECT l.subject AS "userName", w.change_required AS "changeRequired", w.totp_confirmed_at IS NOT NULL AS totp
         FROM passwords w JOIN logins l ON l.city_id = w.city_id AND l.person_id = w.person_id AND l.provider = 'password'
        WHERE w.city_id = $1 AND w.person_id = $2`,
      [cityId, personId],
    );
  }
}
