import { Injectable } from '@nestjs/common';
import { CHINA_HOLIDAYS, type WorkCalendar } from '@linshao/domain';
import { Database, type Sql } from '../platform/database/database.js';
import { oneStatement } from '../platform/database/statement.js';
import { outboxRow } from '../platform/events/event.js';
import { calendarChanged, yearMissing } from './calendars.events.js';

export interface WorkCalendarRow {
  readonly version: number;
  readonly data: WorkCalendar;
  readonly reason: string;
  readonly created_at: Date;
}

interface NewCalendar {
  readonly id: string;
  readonly version: number;
  readonly data: WorkCalendar;
  readonly reason: string;
  readonly byPersonId: string;
}

@Injectable()
export class CalendarsRepository {
  constructor(private readonly database: Database) {}

  /** Version of the calendar in force; 0 when the city has none of its own. */
  async version(cityId: number): Promise<number> {
    const row = await this.database.first<{ version: number }>(
      'SELECT coalesce(max(version), 0) AS version FROM work_calendars WHERE city_id = $1',
      [cityId],
    );
    return row?.version ?? 0;
  }

  newest(cityId: number, sql: Sql = this.database): Promise<WorkCalendarRow | null> {
    return sql.first(
      'SELECT version, data, reason, created_at FROM work_calendars WHERE city_id = $1 ORDER BY version DESC LIMIT 1',
      [cityId],
    );
  }

  /** Whoever changes a city's calendar does so alone until the transaction ends. */
  async lock(sql: Sql, cityId: number): Promise<void> {
    await sql.rows(`SELECT pg_advisory_xact_lock(hashtext('work_calendars'), $1)`, [cityId]);
  }

  /** A version with its event. */
  async add(sql: Sql, cityId: number, { id, version, data, reason, byPersonId }: NewCalendar): Promise<void> {
    const event = { version, tableVersion: CHINA_HOLIDAYS.version, byPersonId };
    await sql.rows(
      oneStatement('added', [
        {
          as: 'added',
          text: `INSERT INTO work_calendars (city_id, id, version, data, reason, created_by)
                 VALUES ($1, $2, $3, $4::jsonb, $5, $6) RETURNING id`,
          values: [cityId, id, version, JSON.stringify(data), reason, byPersonId],
        },
        outboxRow(calendarChanged, cityId, event, 'added'),
      ]),
    );
  }

  /** Cities that promise anything: an order needs a playbook. */
  async citiesAtWork(): Promise<number[]> {
    const rows = await this.database.rows<{ city_id: number }>(
      'SELECT DISTINCT city_id FROM playbooks ORDER BY city_id',
    );
    return rows.map(({ city_id }) => city_id);
  }

  /** Notes that a city is read with this official table from now on, with an event unless it was already. */
  async useTable(cityId: number, tableVersion: string, version: number): Promise<void> {
    await this.database.rows(
      oneStatement('used', [
        {
          as: 'used',
          text: `INSERT INTO calendar_tables (city_id, table_version) VALUES ($1, $2)
                 ON CONFLICT (city_id) DO UPDATE SET table_version = excluded.table_version, seen_at = now()
                  WHERE calendar_tables.table_version <> excluded.table_version
                 RETURNING city_id`,
          values: [cityId, tableVersion],
        },
        outboxRow(calendarChanged, cityId, { version, tableVersion, byPersonId: null }, 'used'),
      ]),
    );
  }

  /** Raises the alarm of this week about a year, unless it was raised already. */
  async raiseAlarm(cityId: number, year: number, week: number): Promise<boolean> {
    const raised = await this.database.rows(
      oneStatement('raised', [
        {
          as: 'raised',
          text: `INSERT INTO calendar_alarms (city_id, year, week) VALUES ($1, $2, $3)
                 ON CONFLICT DO NOTHING RETURNING city_id`,
          values: [cityId, year, week],
        },
        outboxRow(yearMissing, cityId, { year }, 'raised'),
      ]),
    );
    return raised.length > 0;
  }
}
