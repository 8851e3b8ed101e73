import { Injectable } from '@nestjs/common';
import {
  activePosts,
  DEADLINE_KIND_NAMES,
  ORDER_STATE_NAMES,
  ROLE_NAMES,
  type Role,
  RUNG_ROLES,
  shanghaiIso,
} from '@linshao/domain';
import type { Caller } from '../platform/auth/caller.js';
import { Clock } from '../platform/clock/clock.js';
import { decodeCursor, isId, isMoment, pageOf } from '../platform/http/cursor.js';
import type { EscalationListQuery, EscalationPage, EscalationView } from './escalations.dto.js';
import { type EscalatedRow, EscalationsRepository } from './escalations.repository.js';

const OFFICES: ReadonlySet<Role> = new Set<Role>(RUNG_ROLES);

/** What climbed and is still owed, for those it climbed to. */
@Injectable()
export class EscalationsService {
  constructor(
    private readonly repository: EscalationsRepository,
    private readonly clock: Clock,
  ) {}

  async list(caller: Caller, { role, cursor, limit }: EscalationListQuery): Promise<EscalationPage> {
    const offices = activePosts(caller.actor, this.clock.now()).filter((post) => OFFICES.has(post.role));
    // A regulator is outside the circle of a confidential order.
    const seen = offices.map((post) => ({ path: post.scope.areaPath, confidential: post.role !== 'regulator' }));
    const after = decodeCursor(cursor, [isMoment, isId]);
    const rows = await this.repository.list(caller.cityId, { seen, role, after }, limit + 1);
    return pageOf(rows, limit, toView, ({ order_due_at, id }) => [order_due_at.toISOString(), id]);
  }
}

function toView(row: EscalatedRow): EscalationView {
  return {
    order: {
      id: row.id,
      number: row.number,
      title: row.title,
      state: row.state,
      stateName: ORDER_STATE_NAMES[row.state],
      areaName: row.area_name ?? '',
    },
    missed: row.kind,
    missedName: DEADLINE_KIND_NAMES[row.kind],
    dueAt: shanghaiIso(row.due_at),
    rung: row.rung,
    told: { role: row.role, roleName: ROLE_NAMES[row.role], areaName: row.told_area_name ?? '', vacant: row.vacant },
    at: shanghaiIso(row.at),
  };
}
