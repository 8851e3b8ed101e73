import type { SwapState } from '@linshao/domain';
import { Injectable } from '@nestjs/common';
import { Conditions } from '../platform/database/conditions.js';
import { Database, type Sql } from '../platform/database/database.js';

export interface SwapRow {
  readonly id: string;
  readonly shiftId: string;
  readonly inReturnId: string | null;
  readonly askedById: string;
  readonly askedOfId: string;
  readonly state: SwapState;
  readonly reason: string | null;
  readonly askedAt: Date;
  readonly answeredAt: Date | null;
}

interface ShiftOfSwap {
  readonly id: string;
  readonly name: string | null;
  /** Moments inside JSON are text. */
  readonly from: string;
  readonly to: string;
}

export type SwapInList = SwapRow & {
  readonly askedByName: string;
  readonly askedOfName: string;
  readonly shift: ShiftOfSwap | null;
  readonly inReturn: ShiftOfSwap | null;
};

const SWAP = `w.id, w.shift_id AS "shiftId", w.in_return_id AS "inReturnId", w.asked_by AS "askedById", w.asked_of AS "askedOfId",
  w.state, w.reason, w.asked_at AS "askedAt", w.answered_at AS "answeredAt"`;
const shiftJson = (alias: string): string =>
  `CASE WHEN ${alias}.id IS NOT NULL THEN json_build_object('id', ${alias}.id, 'name', ${alias}.name,
     'from', ${alias}.starts_at, 'to', ${alias}.ends_at) END`;
const IN_LIST = `SELECT ${SWAP}, b.name AS "askedByName", o.name AS "askedOfName",
         ${shiftJson('s')} AS shift, ${shiftJson('t')} AS "inReturn"
    FROM duty_swaps w
    JOIN persons b ON b.city_id = w.city_id AND b.id = w.asked_by
    JOIN persons o ON o.city_id = w.city_id AND o.id = w.asked_of
    LEFT JOIN duty_shifts s ON s.city_id = w.city_id AND s.id = w.shift_id
    LEFT JOIN duty_shifts t ON t.city_id = w.city_id AND t.id = w.in_return_id`;

@Injectable()
export class SwapsRepository {
  constructor(private readonly database: Database) {}

  byId(sql: Sql, cityId: number, id: string): Promise<SwapRow | null> {
    return sql.first(`SELECT ${SWAP} FROM duty_swaps w WHERE w.city_id = $1 AND w.id = $2 FOR UPDATE`, [cityId, id]);
  }

  openFor(sql: Sql, cityId: number, shiftId: string): Promise<SwapRow | null> {
    return sql.first(
      `SELECT ${SWAP} FROM duty_swaps w WHERE w.city_id = $1 AND w.shift_id = $2 AND w.state = 'asked'`,
      [cityId, shiftId],
    );
  }

  inList(cityId: number, id: string): Promise<SwapInList | null> {
    return this.database.first(`${IN_LIST} WHERE w.city_id = $1 AND w.id = $2`, [cityId, id]);
  }

  /** Asked by or of the person, the newest first; one row more than `limit`. */
  of(cityId: number, personId: string, beforeId: string | undefined, limit: number): Promise<SwapInList[]> {
    const where = new Conditions()
      .add('w.city_id = ?', cityId)
      .addAny('(w.asked_by = ? OR w.asked_of = ?)', [personId])
      .addIf('w.id < ?', beforeId);
    const most = where.placeholder(limit + 1);
    return this.database.rows(`${IN_LIST} WHERE ${where.sql} ORDER BY w.id DESC LIMIT ${most}`, where.values);
  }

  async insert(sql: Sql, cityId: number, swap: Omit<SwapRow, 'state' | 'askedAt' | 'answeredAt'>): Promise<void> {
    await sql.rows(
      `INSERT INTO duty_swaps (city_id, id, shift_id, in_return_id, asked_by, asked_of, reason)
       VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      [cityId, swap.id, swap.shiftId, swap.inReturnId, swap.askedById, swap.askedOfId, swap.reason],
    );
  }

  async settle(sql: Sql, cityId: number, id: string, state: SwapState): Promise<void> {
    await sql.rows('UPDATE duty_swaps SET state = $3, answered_at = now() WHERE city_id = $1 AND id = $2', [
      cityId,
      id,
      state,
    ]);
  }

  /** Why somebody could not come is nobody's business once their account is gone. */
  async forgetReasons(sql: Sql, cityId: number, personId: string): Promise<void> {
    await sql.rows('UPDATE duty_swaps SET reason = NULL WHERE city_id = $1 AND asked_by = $2', [cityId, personId]);
  }
}
