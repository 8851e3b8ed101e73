import type { AreaPath, PostScope } from '@linshao/domain';
import { Injectable } from '@nestjs/common';
import type { Sql } from '../platform/database/database.js';

/** The posts in one unit or party organisation, as far as these care. */
@Injectable()
export class ScopePostsRepository {
  /** Whether anybody ever held a post in it: history needs its name. */
  async any(sql: Sql, cityId: number, scopeId: string): Promise<boolean> {
    return (
      (await sql.first('SELECT 1 FROM posts WHERE city_id = $1 AND scope_id = $2 LIMIT 1', [cityId, scopeId])) !== null
    );
  }

  /** Lets the posts follow their scope to another area. Answers with whose rights that moves. */
  async follow(
    sql: Sql,
    cityId: number,
    type: PostScope['type'],
    scopeId: string,
    areaPath: AreaPath,
  ): Promise<string[]> {
    const rows = await sql.rows<{ person_id: string }>(
      `UPDATE posts SET area_path = $4 WHERE city_id = $1 AND scope_type = $2 AND scope_id = $3 RETURNING person_id`,
      [cityId, type, scopeId, areaPath],
    );
    return rows.map(({ person_id }) => person_id);
  }
}
