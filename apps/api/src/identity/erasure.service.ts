import { Injectable } from '@nestjs/common';
import type { Caller } from '../platform/auth/caller.js';
import { Database } from '../platform/database/database.js';
import { outboxRow } from '../platform/events/event.js';
import { OutboxWaker } from '../platform/events/outbox.jobs.js';
import { Problem } from '../platform/http/problem.js';
import { CallerCache } from './caller-cache.js';
import { ErasureRepository } from './erasure.repository.js';
import { personErased } from './identity.events.js';
import { PersonalRecords } from './personal-records.service.js';
import { SessionRepository } from './session.repository.js';

/**
 * A person deletes their account (PIPL art. 47). Name, numbers, logins and places go at once, sessions end, and every
 * feature drops or anonymises its own records in the same transaction: an order stays as the community's work, its
 * reporter becomes nobody. What stays by law is the record of who looked at personal data, without the data itself.
 * Who holds a post ends it first: acts in office are not anonymous.
 */
@Injectable()
export class ErasureService {
  constructor(
    private readonly database: Database,
    private readonly erasure: ErasureRepository,
    private readonly records: PersonalRecords,
    private readonly sessions: SessionRepository,
    private readonly callers: CallerCache,
    private readonly waker: OutboxWaker,
  ) {}

  async erase({ cityId, personId }: Caller): Promise<void> {
    await this.database.transaction(async (tx) => {
      if (await this.erasure.holdsPosts(tx, cityId, personId)) {
        throw new Problem(409, 'person.holds_posts', '您还有在任岗位，请先请管理员办理卸任，再注销账号');
      }
      await this.records.erase(tx, cityId, personId);
      await this.erasure.scrub(tx, cityId, personId);
      await this.sessions.revokeAll(cityId, personId, 'account deleted', null, tx);
      await tx.rows(outboxRow(personErased, cityId, { personId }, '(SELECT 1) AS always'));
    });
    this.callers.forget(personId);
    this.waker.wake();
  }
}
