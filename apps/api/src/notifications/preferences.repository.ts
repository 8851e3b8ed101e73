import { Injectable } from '@nestjs/common';
import type { QuietHours, SwitchedOff } from '@linshao/domain';
import { Database } from '../platform/database/database.js';

export interface Preferences {
  readonly off: readonly SwitchedOff[];
  readonly quietHours: QuietHours | null;
}

interface Owner {
  readonly cityId: number;
  readonly personId: string;
}

@Injectable()
export class PreferencesRepository {
  constructor(private readonly database: Database) {}

  async of({ cityId, personId }: Owner): Promise<Preferences> {
    const row = await this.database.first<{
      off: SwitchedOff[];
      quiet_from: number | null;
      quiet_to: number | null;
    }>('SELECT off, quiet_from, quiet_to FROM notification_preferences WHERE city_id = $1 AND person_id = $2', [
      cityId,
      personId,
    ]);
    const { off, quiet_from: from, quiet_to: to } = row ?? { off: [], quiet_from: null, quiet_to: null };
    return { off, quietHours: from === null || to === null ? null : { from, to } };
  }

  async save({ cityId, personId }: Owner, { off, quietHours }: Preferences): Promise<void> {
    await this.database.rows(
      `INSERT INTO notification_preferences (city_id, person_id, off, quiet_from, quiet_to) VALUES ($1, $2, $3::jsonb, $4, $5)
       ON CONFLICT (city_id, person_id) DO UPDATE SET off = excluded.off, quiet_from = excluded.quiet_from, quiet_to = excluded.quiet_to`,
      [cityId, personId, JSON.stringify(off), quietHours?.from ?? null, quietHours?.to ?? null],
    );
  }
}
