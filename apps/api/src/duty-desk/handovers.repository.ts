import type { AreaPath } from '@linshao/domain';
import { Injectable } from '@nestjs/common';
import { Conditions } from '../platform/database/conditions.js';
import { Database, type Sql } from '../platform/database/database.js';
import { type NamedStatement, oneStatement } from '../platform/database/statement.js';
import type { HandedOver } from './duty-handover.entity.js';

export interface HandoverRow {
  readonly id: string;
  readonly areaPath: AreaPath;
  readonly personId: string;
  readonly personName: string;
  readonly postName: string;
  readonly note: string;
  readonly open: readonly HandedOver[];
  readonly openCount: number;
  readonly at: Date;
  readonly takenOverById: string | null;
  readonly takenOverByName: string | null;
  readonly takenOverAt: Date | null;
}

export type NewHandover = Pick<
  HandoverRow,
  'id' | 'areaPath' | 'personId' | 'postName' | 'note' | 'open' | 'openCount'
> & { readonly postId: string };

const IN_LIST = `SELECT h.id, h.area_path AS "areaPath", h.person_id AS "personId", n.name AS "personName", h.post_name AS "postName",
         h.note, h.open, h.open_count AS "openCount", h.at,
         h.taken_over_by AS "takenOverById", t.name AS "takenOverByName", h.taken_over_at AS "takenOverAt"
    FROM duty_handovers h JOIN persons n ON n.city_id = h.city_id AND n.id = h.person_id
    LEFT JOIN persons t ON t.city_id = h.city_id AND t.id = h.taken_over_by`;

@Injectable()
export class HandoversRepository {
  constructor(private readonly database: Database) {}

  /** @param more parts that hang on `handover`. */
  async insert(sql: Sql, cityId: number, row: NewHandover, more: readonly NamedStatement[]): Promise<void> {
    const handover = {
      as: 'handover',
      text: `INSERT INTO duty_handovers (city_id, id, area_path, person_id, post_id, post_name, note, open, open_count)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) RETURNING id`,
      values: [
        cityId,
        row.id,
        row.areaPath,
        row.personId,
        row.postId,
        row.postName,
        row.note,
        JSON.stringify(row.open),
        row.openCount,
      ],
    };
    await sql.rows(oneStatement('handover', [handover, ...more]));
  }

  byId(cityId: number, id: string): Promise<HandoverRow | null> {
    return this.database.first(`${IN_LIST} WHERE h.city_id = $1 AND h.id = $2`, [cityId, id]);
  }

  /** The first one counts; again, or after somebody else, changes nothing. */
  async takeOver(cityId: number, id: string, personId: string): Promise<void> {
    await this.database.rows(
      `UPDATE duty_handovers SET taken_over_by = $3, taken_over_at = now()
        WHERE city_id = $1 AND id = $2 AND taken_over_by IS NULL`,
      [cityId, id, personId],
    );
  }

  async hasAny(sql: Sql, cityId: number, personId: string): Promise<boolean> {
    return (
      (await sql.first('SELECT 1 FROM duty_handovers WHERE city_id = $1 AND person_id = $2 LIMIT 1', [
        cityId,
        personId,
      ])) !== null
    );
  }

  /** Of a person, for their own copy of their data. */
  allOf(cityId: number, personId: string): Promise<object[]> {
    return this.database.rows(
      `SELECT post_name AS 岗位, note AS 交接说明, open_count AS 未办件数, at AS 时间
         FROM duty_handovers WHERE city_id = $1 AND person_id = $2 ORDER BY id`,
      [cityId, personId],
    );
  }

  /** What somebody wrote goes with them, and their name out of what others wrote (PIPL art. 47); that it was handed over stays. */
  async erase(tx: Sql, cityId: number, personId: string): Promise<void> {
    await tx.rows(
      `UPDATE duty_handovers h SET note = CASE WHEN h.person_id = p.id THEN '' ELSE replace(h.note, p.name, '（已注销）') END
         FROM persons p
        WHERE p.city_id = $1 AND p.id = $2 AND h.city_id = $1 AND h.note <> ''
          AND (h.person_id = p.id OR (char_length(p.name) >= 2 AND position(p.name IN h.note) > 0))`,
      [cityId, personId],
    );
  }

  /** Of exactly this area, the newest first; one row more than `limit`. */
  list(cityId: number, areaPath: AreaPath, beforeId: string | undefined, limit: number): Promise<HandoverRow[]> {
    const where = new Conditions()
      .add('h.city_id = ?', cityId)
      .add('h.area_path = ?', areaPath)
      .addIf('h.id < ?', beforeId);
    const most = where.placeholder(limit + 1);
    return this.database.rows(`${IN_LIST} WHERE ${where.sql} ORDER BY h.id DESC LIMIT ${most}`, where.values);
  }
}
