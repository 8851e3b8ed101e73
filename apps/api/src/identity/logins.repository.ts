import { Injectable } from '@nestjs/common';
import { Database, type Sql } from '../platform/database/database.js';
import { nextId } from '../platform/ids.js';
import type { LoginEntity } from './login.entity.js';

export interface LoginOwner {
  readonly id: string;
  readonly name: string;
  readonly mayEnter: boolean;
}

/** Who stands behind a way of signing in. */
@Injectable()
export class LoginsRepository {
  constructor(private readonly database: Database) {}

  ownerOf(cityId: number, provider: LoginEntity['provider'], subject: string): Promise<LoginOwner | null> {
    return this.database.first(
      `SELECT p.id, p.name, p.disabled_at IS NULL AND p.erased_at IS NULL AS "mayEnter"
         FROM logins l JOIN persons p ON p.city_id = l.city_id AND p.id = l.person_id
        WHERE l.city_id = $1 AND l.provider = $2 AND l.subject = $3`,
      [cityId, provider, subject],
    );
  }

  /** WeChat has just vouched for this openid, whatever it said of it when something was sent there. */
  async markGood(cityId: number, openId: string): Promise<void> {
    await this.database.rows(
      `UPDATE logins SET void_at = NULL WHERE city_id = $1 AND provider = 'wechat' AND subject = $2 AND void_at IS NOT NULL`,
      [cityId, openId],
    );
  }

  /** A person for whom this is the first login. Of two first logins at once one makes the person, both get it. */
  async newcomer(
    cityId: number,
    provider: LoginEntity['provider'],
    subject: string,
    name: string,
  ): Promise<LoginOwner> {
    const id = nextId();
    await this.database.transaction(async (tx) => {
      await tx.rows('INSERT INTO persons (city_id, id, name) VALUES ($1, $2, $3)', [cityId, id, name]);
      const made = await tx.count(
        'INSERT INTO logins (city_id, provider, subject, person_id) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING',
        [cityId, provider, subject, id],
      );
      if (made === 0) await tx.rows('DELETE FROM persons WHERE city_id = $1 AND id = $2', [cityId, id]);
    });
    const owner = await this.ownerOf(cityId, provider, subject);
    if (!owner) throw new Error('a login that was just made is gone');
    return owner;
  }

  /** What a person's way of signing in is called there, e.g. their openid, which WeChat's other calls ask for. */
  async subjectOf(cityId: number, provider: LoginEntity['provider'], personId: string): Promise<string | null> {
    const row = await this.database.first<{ subject: string }>(
      'SELECT subject FROM logins WHERE city_id = $1 AND provider = $2 AND person_id = $3 ORDER BY created_at DESC LIMIT 1',
      [cityId, provider, personId],
    );
    return row?.subject ?? null;
  }

  async move(sql: Sql, cityId: number, from: string, to: string): Promise<void> {
    await sql.rows('UPDATE logins SET person_id = $3 WHERE city_id = $1 AND person_id = $2', [cityId, from, to]);
  }
}
