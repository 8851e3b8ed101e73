import { Injectable } from '@nestjs/common';
import type { Playbook } from '@linshao/domain';
import { v7 as uuidv7 } from 'uuid';
import { Database, type Sql } from '../platform/database/database.js';

@Injectable()
export class PlaybooksRepository {
  constructor(private readonly database: Database) {}

  /** The playbook in force at an area: the newest version of the nearest area upwards that has one. */
  async inForce(cityId: number, areaPath: string): Promise<Playbook | null> {
    const codes = areaPath.split('/');
    const upwards = codes.map((_, i) => codes.slice(0, i + 1).join('/'));
    const row = await this.database.first<{ data: Playbook }>(
      `SELECT data FROM playbooks WHERE city_id = $1 AND area_path = ANY($2) ORDER BY length(area_path) DESC, version DESC LIMIT 1`,
      [cityId, upwards],
    );
    return row?.data ?? null;
  }

  async add(sql: Sql, cityId: number, areaPath: string, playbook: Playbook): Promise<void> {
    await sql.rows(
      `INSERT INTO playbooks (city_id, id, area_path, version, data)
       SELECT $1::int, $2::uuid, $3::text, coalesce(max(version), 0) + 1, $4::jsonb FROM playbooks WHERE city_id = $1 AND area_path = $3`,
      [cityId, uuidv7(), areaPath, JSON.stringify(playbook)],
    );
  }
}
