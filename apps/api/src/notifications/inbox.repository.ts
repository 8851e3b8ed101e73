import { Injectable } from '@nestjs/common';
import type { Channel, MessageRelation, TemplateId } from '@linshao/domain';
import { Database, type Sql } from '../platform/database/database.js';

export interface NotificationRow {
  readonly id: string;
  readonly order_id: string | null;
  readonly subject_type: string;
  readonly subject_id: string;
  readonly template: TemplateId;
  readonly text: string;
  readonly created_at: Date;
  readonly read_at: Date | null;
}

export interface NewNotification extends NotificationRow {
  readonly city_id: number;
  readonly person_id: string;
  readonly event_id: string;
  readonly relation: MessageRelation;
}

/** Whose inbox. */
interface Owner {
  readonly cityId: number;
  readonly personId: string;
}

/** Which of the messages: all, or those that were read or not. */
type Which = 'all' | 'read' | 'unread';

const CONDITION: Readonly<Record<Which, string>> = {
  all: '',
  read: 'AND read_at IS NOT NULL',
  unread: 'AND read_at IS NULL',
};

@Injectable()
export class InboxRepository {
  constructor(private readonly database: Database) {}

  /** What is there already stays as it is: news told twice is told once. */
  async add(sql: Sql, channel: Channel, messages: readonly NewNotification[]): Promise<void> {
    await sql.rows(
      `INSERT INTO notifications (city_id, person_id, id, order_id, subject_type, subject_id, event_id, channel, relation, template, text, created_at, read_at)
       SELECT city_id, person_id, id, order_id, subject_type, subject_id, event_id, $1, relation, template, text, created_at, read_at
         FROM jsonb_populate_recordset(null::notifications, $2::jsonb)
       ON CONFLICT ON CONSTRAINT notifications_once DO NOTHING`,
      [channel, JSON.stringify(messages)],
    );
  }

  /** Newest first. @param before id of the last message of the page before */
  page({ cityId, personId }: Owner, which: Which, before: string | null, limit: number): Promise<NotificationRow[]> {
    return this.database.rows<NotificationRow>(
      `SELECT id, order_id, subject_type, subject_id, template, text, created_at, read_at FROM notifications
        WHERE city_id = $1 AND person_id = $2 AND channel = 'inbox' ${CONDITION[which]} ${before === null ? '' : 'AND id < $4'}
        ORDER BY id DESC LIMIT $3`,
      [cityId, personId, limit, ...(before === null ? [] : [before])],
    );
  }

  async unread({ cityId, personId }: Owner): Promise<number> {
    const row = await this.database.first<{ count: number }>(
      `SELECT count(*)::int AS count FROM notifications WHERE city_id = $1 AND person_id = $2 AND channel = 'inbox' AND read_at IS NULL`,
      [cityId, personId],
    );
    return row?.count ?? 0;
  }

  /** False when there is no such message in this inbox. Read before stays read since then. */
  async markRead({ cityId, personId }: Owner, id: string): Promise<boolean> {
    const changed = await this.database.count(
      `UPDATE notifications SET read_at = coalesce(read_at, now()) WHERE city_id = $1 AND person_id = $2 AND id = $3 AND channel = 'inbox'`,
      [cityId, personId, id],
    );
    return changed > 0;
  }

  async markAllRead({ cityId, personId }: Owner, before: Date): Promise<void> {
    await this.database.rows(
      `UPDATE notifications SET read_at = now()
        WHERE city_id = $1 AND person_id = $2 AND channel = 'inbox' AND read_at IS NULL AND created_at <= $3`,
      [cityId, personId, before],
    );
  }

  /** A person's copy of what they were told. */
  allOf(cityId: number, personId: string): Promise<object[]> {
    return this.database.rows(
      'SELECT text, created_at, read_at FROM notifications WHERE city_id = $1 AND person_id = $2 ORDER BY id',
      [cityId, personId],
    );
  }

  async removeAllOf(sql: Sql, cityId: number, personId: string): Promise<void> {
    for (const table of ['notifications', 'notification_preferences'])
      await sql.rows(`DELETE FROM ${table} WHERE city_id = $1 AND person_id = $2`, [cityId, personId]);
  }
}
