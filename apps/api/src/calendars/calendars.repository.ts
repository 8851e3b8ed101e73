import { Injectable } from '@nestjs/common';
import type { WorkCalendar } from '@linshao/domain';
import { Database, type Sql } from '../platform/database/database.js';

export interface WorkCalendarRow {
  readonly version: number;
  readonly data: WorkCalendar;
  readonly reason: string;
  readonly created_at: Date;
}

@Injectable()
export class CalendarsRepository {
  constructor(private readonly database: Database) {}

  /** Version of the calendar in force; 0 when the city has none of its own. */
  async version(cityId: number, sql: Sql = this.database): Promise<number> {
    const row = await sql.first<{ version: number }>(
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
}
