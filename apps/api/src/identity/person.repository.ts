import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.js';
import type { LoginEntity } from './login.entity.js';

export interface LoginOwner {
  readonly id: string;
  readonly name: string;
  readonly mayEnter: boolean;
}

@Injectable()
export class PersonRepository {
  constructor(private readonly database: Database) {}

  byLogin(cityId: number, provider: LoginEntity['provider'], subject: string): Promise<LoginOwner | null> {
    return this.database.first(
      `SELECT p.id, p.name, p.disabled_at IS NULL AND p.erased_at IS NULL AS "mayEnter"
         FROM logins l JOIN persons p ON p.city_id = l.city_id AND p.id = l.person_id
        WHERE l.city_id = $1 AND l.provider = $2 AND l.subject = $3`,
      [cityId, provider, subject],
    );
  }
}
