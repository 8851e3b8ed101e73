import { Injectable } from '@nestjs/common';
import type { Sql } from '../platform/database/database.js';
import { CallerCache } from './caller-cache.js';

/** Where persons belong; the registry tells when somebody moves in or out. */
@Injectable()
export class PlacesService {
  constructor(private readonly callers: CallerCache) {}

  /** The person lives in the area from now on. */
  async settle(sql: Sql, cityId: number, personId: string, areaId: string): Promise<void> {
    await sql.rows(
      `INSERT INTO person_areas (city_id, person_id, area_id, reason) VALUES ($1, $2, $3, 'resident')
       ON CONFLICT (city_id, person_id, area_id) DO UPDATE SET reason = 'resident'`,
      [cityId, personId, areaId],
    );
  }

  /** The person no longer lives in the area. */
  async leave(sql: Sql, cityId: number, personId: string, areaId: string): Promise<void> {
    await sql.rows(
      `DELETE FROM person_areas WHERE city_id = $1 AND person_id = $2 AND area_id = $3 AND reason = 'resident'`,
      [cityId, personId, areaId],
    );
  }

  /** To be called after the commit of either. */
  changed(personId: string): void {
    this.callers.forget(personId);
  }
}
