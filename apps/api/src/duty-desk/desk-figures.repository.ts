import { type AreaPath, communityOf } from '@linshao/domain';
import { Injectable } from '@nestjs/common';
import { Conditions, withinPath } from '../platform/database/conditions.js';
import { Database } from '../platform/database/database.js';
import { idAt } from '../platform/database/id-floor.js';

export interface ShiftSpan {
  readonly id: string;
  readonly from: Date;
  readonly to: Date;
}

export interface ShiftCounts {
  /** Null: submitted while nobody was on duty. */
  readonly shiftId: string | null;
  readonly asked: number;
  readonly inTime: number;
  readonly late: number;
  readonly open: number;
}

/** Ids carry the time an order was made, by the clock of the machine that made it. */
const DAY = 86_400_000;

@Injectable()
export class DeskFiguresRepository {
  constructor(private readonly database: Database) {}

  /** What became of the replies promised in the period, by the shift that ran when the order was submitted. */
  counts(
    cityId: number,
    areaPath: AreaPath,
    { from, to }: { readonly from: Date; readonly to: Date },
    shifts: readonly ShiftSpan[],
  ): Promise<ShiftCounts[]> {
    const where = new Conditions()
      .add('o.city_id = ?', cityId)
      .addIf('o.community_code = ?', communityOf(areaPath)?.split('/').at(-1))
      .add(withinPath('o.area_path'), areaPath)
      // A range of the index; the exact moment is the deadline's.
      .add('o.id >= ?', idAt(from.getTime() - DAY))
      .add('o.id < ?', idAt(to.getTime() + DAY))
      .add('d.started_at >= ?', from)
      .add('d.started_at < ?', to);
    const ids = where.placeholder(shifts.map(({ id }) => id));
    const starts = where.placeholder(shifts.map((shift) => shift.from));
    const ends = where.placeholder(shifts.map((shift) => shift.to));
    return this.database.rows(
      `SELECT s.id AS "shiftId", count(*)::int AS asked,
              (count(*) FILTER (WHERE d.state = 'met'))::int AS "inTime",
              (count(*) FILTER (WHERE d.state = 'missed' AND d.settled_at IS NOT NULL))::int AS late,
              (count(*) FILTER (WHERE d.settled_at IS NULL))::int AS open
         FROM orders o
         JOIN deadlines d ON d.city_id = o.city_id AND d.order_id = o.id AND d.kind = 'reply' AND d.subject_type = 'order'
          AND d.state <> 'cancelled'
         LEFT JOIN unnest(${ids}::uuid[], ${starts}::timestamptz[], ${ends}::timestamptz[]) AS s (id, starts_at, ends_at)
           ON d.started_at >= s.starts_at AND d.started_at < s.ends_at
        WHERE ${where.sql} GROUP BY s.id`,
      where.values,
    );
  }
}
