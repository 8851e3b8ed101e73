import { Inject, Injectable } from '@nestjs/common';
import { groupOf, quietUntil } from '@linshao/domain';
import { isUUID } from 'class-validator';
import type { Caller } from '../platform/auth/caller.js';
import { Clock } from '../platform/clock/clock.js';
import type { Config } from '../platform/config/config.js';
import { CONFIG } from '../platform/config/config.module.js';
import { decodeCursor, pageOf } from '../platform/http/cursor.js';
import { notFound } from '../platform/http/problem.js';
import type { InboxMessage, InboxPage, InboxQuery, Unread } from './inbox.dto.js';
import { InboxRepository, type NotificationRow } from './inbox.repository.js';
import { PreferencesRepository } from './preferences.repository.js';

type Part = 'all' | 'unread' | 'read';
const isPart = (part: unknown): part is Part => part === 'all' || part === 'unread' || part === 'read';

@Injectable()
export class InboxService {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly inbox: InboxRepository,
    private readonly preferences: PreferencesRepository,
    private readonly clock: Clock,
  ) {}

  async list(caller: Caller, { cursor, limit, unreadFirst }: InboxQuery): Promise<InboxPage> {
    const [start, before] = decodeCursor(cursor, [isPart, isUUID]) ?? [unreadFirst ? 'unread' : 'all', null];
    const part = start as Part;
    const first = await this.inbox.page(caller, part, before as string | null, limit + 1);
    const missing = limit + 1 - first.length;
    const rest = part === 'unread' && missing > 0 ? await this.inbox.page(caller, 'read', null, missing) : [];
    // The last message shown says where to go on: among the unread, or already past them.
    return pageOf([...first, ...rest], limit, toMessage, (row) => [rest.includes(row) ? 'read' : part, row.id]);
  }

  async unread(caller: Caller): Promise<Unread> {
    const [count, { quietHours }] = await Promise.all([this.inbox.unread(caller), this.preferences.of(caller)]);
    const hours = quietHours === undefined ? this.config.quietHours : quietHours;
    return { count, quietUntil: hours && quietUntil(hours, this.clock.now()) };
  }

  async read(caller: Caller, id: string): Promise<Unread> {
    if (!(await this.inbox.markRead(caller, id))) throw notFound();
    return this.unread(caller);
  }

  async readAll(caller: Caller, before: Date): Promise<Unread> {
    await this.inbox.markAllRead(caller, before);
    return this.unread(caller);
  }
}

const toMessage = (row: NotificationRow): InboxMessage => ({
  id: row.id,
  group: groupOf(row.template),
  template: row.template,
  text: row.text,
  orderId: row.order_id,
  subject: { type: row.subject_type, id: row.subject_id },
  createdAt: row.created_at,
  readAt: row.read_at,
});
