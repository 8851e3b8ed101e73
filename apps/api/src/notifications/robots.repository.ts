import { Injectable } from '@nestjs/common';
import type { RobotPurpose } from '@linshao/domain';
import { Conditions, withinPath } from '../platform/database/conditions.js';
import { Database, type Sql } from '../platform/database/database.js';
import type { Mention } from './robot.entity.js';

export interface RobotRow {
  readonly city_id: number;
  readonly id: string;
  readonly area_id: string;
  readonly area_path: string;
  readonly name: string;
  readonly key_sealed: string;
  readonly purposes: readonly RobotPurpose[];
  readonly mentions: readonly Mention[];
  readonly created_at: Date;
}

/** A minute and a little: a message is counted when it is taken up, and arrives later. */
const WINDOW_SECONDS = 62;
const WINDOW_MS = WINDOW_SECONDS * 1000;
const ROBOT = 'city_id, id, area_id, area_path, name, key_sealed, purposes, mentions, created_at';

@Injectable()
export class RobotsRepository {
  constructor(private readonly database: Database) {}

  find(cityId: number, id: string): Promise<RobotRow | null> {
    return this.database.first(`SELECT ${ROBOT} FROM robots WHERE city_id = $1 AND id = $2 AND removed_at IS NULL`, [
      cityId,
      id,
    ]);
  }

  /** Newest first; one more than `limit`. */
  list(cityId: number, areaPaths: readonly string[], before: string | undefined, limit: number): Promise<RobotRow[]> {
    const where = new Conditions()
      .add('city_id = ?', cityId)
      .addAny(withinPath('area_path'), areaPaths)
      .addIf('id < ?::uuid', before);
    return this.database.rows(
      `SELECT ${ROBOT} FROM robots WHERE ${where.sql} AND removed_at IS NULL ORDER BY id DESC LIMIT ${where.placeholder(limit + 1)}`,
      where.values,
    );
  }

  /** Those that speak for the areas, given by their exact paths. */
  speakingFor(
    sql: Sql,
    cityId: number,
    paths: readonly string[],
  ): Promise<Pick<RobotRow, 'id' | 'area_path' | 'purposes'>[]> {
    return sql.rows(
      'SELECT id, area_path, purposes FROM robots WHERE city_id = $1 AND area_path = ANY($2::text[]) AND removed_at IS NULL',
      [cityId, paths],
    );
  }

  async add(robot: Omit<RobotRow, 'created_at'>, createdBy: string): Promise<void> {
    await this.database.rows(
      `INSERT INTO robots (city_id, id, area_id, area_path, name, key_sealed, purposes, mentions, created_by)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8::jsonb, $9)`,
      [
        robot.city_id,
        robot.id,
        robot.area_id,
        robot.area_path,
        robot.name,
        robot.key_sealed,
        robot.purposes,
        JSON.stringify(robot.mentions),
        createdBy,
      ],
    );
  }

  async change({ city_id, id, name, key_sealed, purposes, mentions }: RobotRow): Promise<void> {
    await this.database.rows(
      `UPDATE robots SET name = $3, key_sealed = $4, purposes = $5, mentions = $6::jsonb
        WHERE city_id = $1 AND id = $2 AND removed_at IS NULL`,
      [city_id, id, name, key_sealed, purposes, JSON.stringify(mentions)],
    );
  }

  async remove({ city_id, id }: RobotRow): Promise<void> {
    await this.database.rows('UPDATE robots SET removed_at = now() WHERE city_id = $1 AND id = $2', [city_id, id]);
  }

  /** How many more messages the robot may send now; until the transaction ends nobody else counts. */
  async room(
    tx: Sql,
    cityId: number,
    id: string,
    perMinute: number,
    now: Date,
  ): Promise<{ free: number; opensAt: Date }> {
    const row = await tx.first<{ sent_at: Date[] }>(
      'SELECT sent_at FROM robots WHERE city_id = $1 AND id = $2 FOR UPDATE',
      [cityId, id],
    );
    const recent = (row?.sent_at ?? []).filter((at) => now.getTime() - at.getTime() < WINDOW_MS).sort(byTime);
    const oldest = recent[0]?.getTime() ?? now.getTime();
    return { free: Math.max(0, perMinute - recent.length), opensAt: new Date(oldest + WINDOW_MS) };
  }

  async take(tx: Sql, cityId: number, id: string, count: number, now: Date): Promise<void> {
    await tx.rows(
      `UPDATE robots SET sent_at = array(SELECT at FROM unnest(sent_at) AS at WHERE at > $3::timestamptz - interval '${WINDOW_SECONDS} seconds')
              || array_fill($3::timestamptz, ARRAY[$4::int])
        WHERE city_id = $1 AND id = $2`,
      [cityId, id, now, count],
    );
  }
}

const byTime = (a: Date, b: Date): number => a.getTime() - b.getTime();
