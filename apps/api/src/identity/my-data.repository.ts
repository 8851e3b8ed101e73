import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.js';

/** What identity itself keeps about a person beside their entry, for their own copy. */
@Injectable()
export class MyDataRepository {
  constructor(private readonly database: Database) {}

  async of(cityId: number, personId: string): Promise<Record<string, readonly object[]>> {
    const rows = (text: string): Promise<object[]> => this.database.rows<object>(text, [cityId, personId]);
    const [logins, sessions, posts, looks] = await Promise.all([
      rows(
        'SELECT provider, subject, created_at AS "createdAt" FROM logins WHERE city_id = $1 AND person_id = $2 ORDER BY created_at',
      ),
      rows(
        `SELECT provider, created_at AS "createdAt", rotated_at AS "usedAt", expires_at AS "expiresAt", revoked_at AS "endedAt"
           FROM sessions WHERE city_id = $1 AND person_id = $2 ORDER BY id`,
      ),
      rows(
        `SELECT role, name, area_path AS "areaPath", valid_from AS "from", valid_to AS "to"
           FROM posts WHERE city_id = $1 AND person_id = $2 ORDER BY valid_from`,
      ),
      rows('SELECT at, fields, purpose FROM personal_data_looks WHERE city_id = $1 AND person_id = $2 ORDER BY id'),
    ]);
    return { 登录方式: logins, 登录记录: sessions, 岗位: posts, 个人信息查看记录: looks };
  }
}
