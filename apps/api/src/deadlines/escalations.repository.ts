import type { DeadlineKind, OrderState, RungRole } from '@linshao/domain';
import { Injectable } from '@nestjs/common';
import { Conditions, withinPath } from '../platform/database/conditions.js';
import { Database } from '../platform/database/database.js';

/** An order with the highest rung that a promise it still owes came to. */
export interface EscalatedRow {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly state: OrderState;
  readonly area_name: string | null;
  /** When the order's oldest promise was due: the list goes by it. */
  readonly order_due_at: Date;
  readonly kind: DeadlineKind;
  readonly due_at: Date;
  readonly rung: number;
  readonly role: RungRole;
  readonly told_area_name: string | null;
  readonly vacant: boolean;
  readonly at: Date;
}

interface EscalationFilters {
  readonly seen: readonly { readonly path: string; readonly confidential: boolean }[];
  readonly role?: RungRole | undefined;
  readonly after: readonly (string | number)[] | null;
}

/** An area's orders by the column that its level has an index for. */
function ordersOf(path: string, where: Conditions): string {
  const code = path.slice(path.lastIndexOf('/') + 1);
  if (/^\d{12}$/.test(code)) return `o.community_code = ${where.placeholder(code)}`;
  if (/^\d{9}$/.test(code)) return `o.subdistrict_code = ${where.placeholder(code)}`;
  return withinPath('o.area_path', where.placeholder(path));
}

const nameOf = (column: string): string => `(SELECT a.name FROM areas a WHERE a.city_id = $1 AND a.path = ${column})`;

@Injectable()
export class EscalationsRepository {
  constructor(private readonly database: Database) {}

  /** Only orders that are late are looked at, the latest first: the index of due orders, or of the area's. */
  async list(cityId: number, { seen, role, after }: EscalationFilters, limit: number): Promise<EscalatedRow[]> {
    if (seen.length === 0) return [];
    const where = new Conditions().add('o.city_id = ?', cityId);
    const offices = seen.map(
      ({ path, confidential }) => `(${ordersOf(path, where)}${confidential ? '' : ' AND NOT o.confidential'})`,
    );
    where.addIf('e.role = ?', role);
    const from =
      after === null
        ? ''
        : `AND (o.due_at, o.id) > (${where.placeholder(after[0])}::timestamptz, ${where.placeholder(after[1])}::uuid)`;
    return this.database.rows<EscalatedRow>(
      `SELECT o.id, o.number, o.title, o.state, ${nameOf('o.area_path')} AS area_name, o.due_at AS order_due_at,
              e.kind, e.due_at, e.rung, e.role, ${nameOf('e.area_path')} AS told_area_name, e.vacant, e.at
         FROM orders o
         CROSS JOIN LATERAL (
           SELECT e.kind, e.rung, e.role, e.area_path, e.vacant, e.at, d.due_at
             FROM escalations e JOIN deadlines d ON d.city_id = e.city_id AND d.id = e.deadline_id AND d.settled_at IS NULL
            WHERE e.city_id = o.city_id AND e.order_id = o.id ORDER BY e.rung DESC, d.due_at, e.id LIMIT 1
         ) e
        WHERE ${where.sql} AND o.due_at <= now() AND (${offices.join(' OR ')}) ${from}
        ORDER BY o.due_at, o.id LIMIT ${where.placeholder(limit)}`,
      where.values,
    );
  }
}
