import { Injectable } from '@nestjs/common';
import type { QuietHours, SwitchedOff } from '@linshao/domain';
import { Database } from '../platform/database/database.js';

export interface Preferences {
  readonly off: readonly SwitchedOff[];
  /** Null: none at all; undefined: those of the city. */
  readonly quietHours: QuietHours | null | undefined;
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
      never_quiet: boolean;
      quiet_from: number | null;
      quiet_to: number | null;
    }>(
      'SELECT off, never_quiet, quiet_from, quiet_to FROM notification_preferences WHERE city_id = $1 AND person_id = $2',
      [cityId, personId],
    );
    if (!row) return { off: [], quietHours: undefined };
    const { off, never_quiet: never, quiet_from: from, quiet_to: to } = row;
    return { off, quietHours: never ? null : from === null || to === null ? undefined : { from, to } };
  }

  async save({ cityId, personId }: Owner, { off, quietHours }: Preferences): Promise<void> {
    await this.database.rows(
      `INSERT INTO notification_preferences (city_id, person_id, off, never_quiet, quiet_from, quiet_to)
       VALUES ($1, $2, $3::jsonb, $4, $5, $6)
       ON CONFLICT (city_id, person_id) DO UPDATE SET off = excluded.off, never_quiet = excluded.never_quiet,
         quiet_from = excluded.quiet_from, quiet_to = excluded.quiet_to`,
      [cityId, personId, JSON.stringify(off), quietHours === null, quietHours?.from ?? null, quietHours?.to ?? null],
    );
  }
}
