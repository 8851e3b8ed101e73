import { Injectable } from '@nestjs/common';
import {
  type CommunityData,
  defaultCalendar,
  planShifts,
  type Rotation,
  shanghaiDay,
  shanghaiIso,
  startOfShanghaiDay,
} from '@linshao/domain';
import type { Transaction } from '../platform/database/database.js';
import { nextId } from '../platform/ids.js';
import { found } from './fuqiang.js';

interface Roster {
  readonly id: string;
  readonly rotation: Rotation;
  /** Until when it is planned. */
  readonly plannedUntil: Date | null;
}

/** As long as the demo's past, so that its figures have their shifts. */
const DAYS_BEFORE = 60;
/** As far as anybody may plan ahead: a demo left alone for a season still has somebody on duty. */
const DAYS_AHEAD = 99;
const TIMES = [
  { name: '日班', from: '08:00', to: '20:00' },
  { name: '夜班', from: '20:00', to: '08:00' },
];

/** Keeps somebody on duty in the demo community, day and night. Its officers hold standing posts: a shift needs none of its own. */
@Injectable()
export class DemoDuty {
  /** Plans on from where the roster ends; what is planned, moved or cancelled until then stays as it is. */
  async keep(tx: Transaction, { playbook, paths }: CommunityData, now: Date): Promise<void> {
    const cityId = playbook.city;
    const areaPath = found(paths.get(playbook.community), playbook.community);
    const today = shanghaiDay(now);
    await this.make(tx, cityId, areaPath, today - DAYS_BEFORE, now);
    const roster = await tx.first<Roster>(
      `SELECT r.id, r.rotation, (SELECT max(s.ends_at) FROM duty_shifts s WHERE s.city_id = r.city_id AND s.roster_id = r.id) AS "plannedUntil"
         FROM duty_rosters r WHERE r.city_id = $1 AND r.area_path = $2 AND r.ended_at IS NULL AND r.rotation IS NOT NULL`,
      [cityId, areaPath],
    );
    if (!roster) return;
    const { id, rotation, plannedUntil } = roster;
    const first = plannedUntil ? shanghaiDay(plannedUntil) : today - DAYS_BEFORE;
    const shifts = planShifts(rotation, first, today + DAYS_AHEAD, defaultCalendar());
    await tx.rows(
      `INSERT INTO duty_shifts (city_id, id, roster_id, person_id, name, starts_at, ends_at)
       SELECT $1, id, $2, "personId", name, "from", "to"
         FROM jsonb_to_recordset($3::jsonb) AS s (id uuid, "personId" uuid, name text, "from" timestamptz, "to" timestamptz)
       ON CONFLICT DO NOTHING`,
      [cityId, id, JSON.stringify(shifts.map((shift) => ({ ...shift, id: nextId() })))],
    );
  }

  /** Once: a roster that somebody ended is not made again. */
  private async make(tx: Transaction, cityId: number, areaPath: string, first: number, now: Date): Promise<void> {
    const officers = await tx.rows<{ personId: string }>(
      `SELECT person_id AS "personId" FROM posts
        WHERE city_id = $1 AND role = 'duty_officer' AND area_path = $2 AND valid_from <= $3 AND valid_to IS NULL ORDER BY id`,
      [cityId, areaPath, now],
    );
    if (officers.length === 0) return;
    const persons = officers.map(({ personId }) => personId);
    // Whoever had the day has the night two days later, with four of them.
    const cycle = persons.map((person, day) => [
      person,
      persons[(day + Math.floor(persons.length / 2)) % persons.length] ?? person,
    ]);
    const rotation: Rotation = {
      start: shanghaiIso(startOfShanghaiDay(first)).slice(0, 10),
      workdays: { times: TIMES, cycle },
      daysOff: null,
    };
    await tx.rows(
      `INSERT INTO duty_rosters (city_id, id, area_id, area_path, name, rotation, created_at)
       SELECT a.city_id, $2, a.id, a.path, a.name || '值班员', $4, $5 FROM areas a
        WHERE a.city_id = $1 AND a.path = $3
          AND NOT EXISTS (SELECT 1 FROM duty_rosters r WHERE r.city_id = a.city_id AND r.area_id = a.id)`,
      [cityId, nextId(), areaPath, JSON.stringify(rotation), now],
    );
  }
}
