import { shanghaiIso } from '@linshao/domain';
import { Injectable } from '@nestjs/common';
import { RosterAccess } from '../duty/roster-access.service.js';
import type { Caller } from '../platform/auth/caller.js';
import { decodeCursor, isId, isMoment, pageOf } from '../platform/http/cursor.js';
import { PlaybooksService } from '../playbooks/playbooks.service.js';
import type { DeskItemDto, DeskPageDto, DeskQueryDto } from './desk.dto.js';
import { DeskAccess } from './desk-access.service.js';
import { DeskQueueRepository, type UnansweredRow } from './desk-queue.repository.js';

const MINUTE = 60_000;

/** What waits for a reply within the hour, by the minutes left. */
@Injectable()
export class DeskQueueService {
  constructor(
    private readonly access: DeskAccess,
    private readonly rosters: RosterAccess,
    private readonly queue: DeskQueueRepository,
    private readonly playbooks: PlaybooksService,
  ) {}

  async list(caller: Caller, query: DeskQueryDto): Promise<DeskPageDto> {
    const { cityId } = caller;
    const within = query.area === undefined ? null : (await this.rosters.area(cityId, query.area)).path;
    if (within !== null) this.access.require(caller, within);
    const cursor = decodeCursor(query.cursor, [isMoment, isId]);
    const after = cursor ? { dueAt: String(cursor[0]), id: String(cursor[1]) } : null;
    const areas = this.access.areas(caller);
    const rows = areas.length === 0 ? [] : await this.queue.unanswered(cityId, areas, within, after, query.limit);
    const nameOf = await this.playbooks.names(cityId, within ?? areas[0]?.path ?? String(cityId));
    const now = await this.queue.now();
    return pageOf(
      rows,
      query.limit,
      (row) => itemOf(row, nameOf, now),
      ({ dueAt, orderId }) => [dueAt.toISOString(), orderId],
    );
  }
}

const itemOf = (row: UnansweredRow, nameOf: (code: string) => string, now: Date): DeskItemDto => ({
  id: row.orderId,
  number: row.number,
  title: row.title,
  categoryName: nameOf(row.category),
  area: { path: row.areaPath, name: row.areaName ?? '' },
  submittedAt: shanghaiIso(row.submittedAt),
  dueAt: shanghaiIso(row.dueAt),
  why: row.why,
  minutesLeft: Math.floor((row.dueAt.getTime() - now.getTime()) / MINUTE),
  missed: row.missed,
  reminders: row.reminders,
});
