import { Injectable } from '@nestjs/common';
import { FiringHooks } from '../deadlines/firing-hooks.service.js';
import type { Transaction } from '../platform/database/database.js';
import type { HistoryRows } from './demo-history.js';

/** Puts the clocks of the demo's past into the database, and opens what its escalations open. */
@Injectable()
export class DemoDeadlines {
  constructor(private readonly hooks: FiringHooks) {}

  async load(tx: Transaction, cityId: number, rows: HistoryRows): Promise<void> {
    await tx.rows('INSERT INTO deadlines SELECT d.* FROM jsonb_populate_recordset(null::deadlines, $1::jsonb) AS d', [
      JSON.stringify(rows.deadlines),
    ]);
    await tx.rows(
      `INSERT INTO escalations (city_id, id, deadline_id, rung, kind, order_id, role, area_path, holder_ids, vacant, at)
       SELECT $1, e.id, e."deadlineId", e.rung, e.kind, e."orderId", e.role, e."areaPath",
              ARRAY(SELECT jsonb_array_elements_text(e."holderIds"))::uuid[], e.vacant, e.at
         FROM jsonb_to_recordset($2::jsonb) AS e (id uuid, "deadlineId" uuid, rung int, kind text, "orderId" uuid, role text,
              "areaPath" text, "holderIds" jsonb, vacant boolean, at timestamptz)`,
      [cityId, JSON.stringify(rows.escalations)],
    );
    await this.hooks.tell(tx, cityId, [], rows.openEscalations);
  }
}
