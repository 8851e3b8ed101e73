import { Injectable } from '@nestjs/common';
import type { Sql } from '../platform/database/database.js';
import type { Sealed } from './person-seals.service.js';

/** Who holds a phone number, and how it changes hands. Every call runs in the binding's transaction. */
@Injectable()
export class PhoneOwnersRepository {
  /** One binding of this number at a time. */
  async lock(sql: Sql, cityId: number, phone: Sealed): Promise<void> {
    await sql.rows('SELECT pg_advisory_xact_lock($1, hashtext($2))', [cityId, phone.lookup]);
  }

  async owns(sql: Sql, cityId: number, personId: string, phone: Sealed): Promise<boolean> {
    const row = await sql.first(
      'SELECT 1 FROM persons WHERE city_id = $1 AND id = $2 AND phone_lookup = $3 AND phone_verified_at IS NOT NULL',
      [cityId, personId, phone.lookup],
    );
    return row !== null;
  }

  /** Takes the number from whoever proved it before. */
  async release(sql: Sql, cityId: number, phone: Sealed): Promise<void> {
    await sql.rows(
      `UPDATE persons SET phone_sealed = NULL, phone_lookup = NULL, phone_verified_at = NULL, version = version + 1
        WHERE city_id = $1 AND phone_lookup = $2 AND phone_verified_at IS NOT NULL`,
      [cityId, phone.lookup],
    );
  }

  /** Whom the community registered with this number and nobody ever signed in as; null unless it is exactly one. */
  async registered(sql: Sql, cityId: number, phone: Sealed): Promise<{ id: string; name: string } | null> {
    const found = await sql.rows<{ id: string; name: string }>(
      `SELECT p.id, p.name FROM persons p
        WHERE p.city_id = $1 AND p.phone_lookup = $2 AND p.disabled_at IS NULL AND p.erased_at IS NULL
          AND NOT EXISTS (SELECT 1 FROM logins l WHERE l.city_id = p.city_id AND l.person_id = p.id)
        LIMIT 2 FOR UPDATE OF p`,
      [cityId, phone.lookup],
    );
    return found.length === 1 ? (found[0] ?? null) : null;
  }

  /** Whether an account is nothing but a login yet: no numbers, no place, no post ever. */
  async isBlank(sql: Sql, cityId: number, personId: string): Promise<boolean> {
    const row = await sql.first(
      `SELECT 1 FROM persons p
        WHERE p.city_id = $1 AND p.id = $2 AND p.phone_lookup IS NULL AND p.id_number_lookup IS NULL
          AND NOT EXISTS (SELECT 1 FROM person_areas h WHERE h.city_id = p.city_id AND h.person_id = p.id)
          AND NOT EXISTS (SELECT 1 FROM posts o WHERE o.city_id = p.city_id AND o.person_id = p.id)
          AND NOT EXISTS (SELECT 1 FROM passwords w WHERE w.city_id = p.city_id AND w.person_id = p.id)`,
      [cityId, personId],
    );
    return row !== null;
  }

  async prove(sql: Sql, cityId: number, personId: string, phone: Sealed): Promise<void> {
    await sql.rows(
      `UPDATE persons SET phone_sealed = $3, phone_lookup = $4, phone_verified_at = now(), version = version + 1
        WHERE city_id = $1 AND id = $2`,
      [cityId, personId, phone.sealed, phone.lookup],
    );
  }
}
