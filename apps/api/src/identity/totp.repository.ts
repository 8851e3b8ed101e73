import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.js';

/** The second factor of password accounts. Every acceptance is one conditional statement: of two equal codes one wins. */
@Injectable()
export class TotpRepository {
  constructor(private readonly database: Database) {}

  /** Keeps a secret that does not count yet; 0 when one already counts. */
  propose(cityId: number, personId: string, sealed: string): Promise<number> {
    return this.database.count(
      'UPDATE passwords SET totp_sealed = $3 WHERE city_id = $1 AND person_id = $2 AND totp_confirmed_at IS NULL',
      [cityId, personId, sealed],
    );
  }

  async proposed(cityId: number, personId: string): Promise<string | null> {
    const row = await this.database.first<{ sealed: string | null }>(
      'SELECT totp_sealed AS sealed FROM passwords WHERE city_id = $1 AND person_id = $2 AND totp_confirmed_at IS NULL',
      [cityId, personId],
    );
    return row?.sealed ?? null;
  }

  confirm(cityId: number, personId: string, step: number, recoveryHashes: readonly string[]): Promise<number> {
    return this.database.count(
      `UPDATE passwords SET totp_confirmed_at = now(), totp_last_step = $3, recovery_hashes = $4
        WHERE city_id = $1 AND person_id = $2 AND totp_sealed IS NOT NULL AND totp_confirmed_at IS NULL`,
      [cityId, personId, step, recoveryHashes],
    );
  }

  /** Uses up a 30-second step and all before it; 0 when it was used already. */
  useStep(cityId: number, personId: string, step: number): Promise<number> {
    return this.database.count(
      'UPDATE passwords SET totp_last_step = $3 WHERE city_id = $1 AND person_id = $2 AND totp_last_step < $3',
      [cityId, personId, step],
    );
  }

  /** Uses up a recovery code; 0 when there is no such code left. */
  useRecovery(cityId: number, personId: string, hash: string): Promise<number> {
    return this.database.count(
      `UPDATE passwords SET recovery_hashes = array_remove(recovery_hashes, $3)
        WHERE city_id = $1 AND person_id = $2 AND $3 = ANY(recovery_hashes)`,
      [cityId, personId, hash],
    );
  }

  async remove(cityId: number, personId: string): Promise<void> {
    await this.database.rows(
      `UPDATE passwords SET totp_sealed = NULL, totp_confirmed_at = NULL, totp_last_step = 0, recovery_hashes = '{}'
        WHERE city_id = $1 AND person_id = $2`,
      [cityId, personId],
    );
  }
}
