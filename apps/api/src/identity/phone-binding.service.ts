import { isValidPhone } from '@linshao/domain';
import { Injectable } from '@nestjs/common';
import type { Caller } from '../platform/auth/caller.js';
import { Database, type Transaction } from '../platform/database/database.js';
import { Problem } from '../platform/http/problem.js';
import { WechatIdentityClient } from '../platform/wechat/wechat-identity.client.js';
import { CallerCache } from './caller-cache.js';
import { ErasureRepository } from './erasure.repository.js';
import { LoginsRepository } from './logins.repository.js';
import { PersonSeals } from './person-seals.service.js';
import { PersonalRecords } from './personal-records.service.js';
import { PhoneOwnersRepository } from './phone-owners.repository.js';
import { SessionRepository } from './session.repository.js';
import { SessionsService } from './sessions.service.js';
import type { BoundPhoneDto } from './sign-in.dto.js';

/**
 * Binds the phone WeChat vouches for.
 *
 * Whom the community registered with this number before they ever signed in is *joined*: the login moves to that entry,
 * so that dwelling, posts and orders made on their behalf are theirs from the first minute. That happens only when
 * nothing can be mixed up: exactly one such entry (a family may share a phone), and a caller who is nothing but a login
 * yet. In every other case the caller keeps their own entry with the number, and the community sees both when it looks
 * the number up.
 *
 * A number somebody else proved earlier changes hands, but not their account: operators give numbers out again
 * (二次放号), and the new subscriber must not become the old one.
 */
@Injectable()
export class PhoneBindingService {
  constructor(
    private readonly database: Database,
    private readonly wechat: WechatIdentityClient,
    private readonly seals: PersonSeals,
    private readonly owners: PhoneOwnersRepository,
    private readonly logins: LoginsRepository,
    private readonly records: PersonalRecords,
    private readonly erasure: ErasureRepository,
    private readonly sessionRows: SessionRepository,
    private readonly sessions: SessionsService,
    private readonly callers: CallerCache,
  ) {}

  async bind(caller: Caller, code: string): Promise<BoundPhoneDto> {
    const { number, countryCode } = await this.wechat.phoneOf(code);
    if (countryCode !== '86' || !isValidPhone(number)) {
      throw new Problem(422, 'person.foreign_phone', '目前只支持中国大陆手机号，请联系社区登记');
    }
    const { cityId, personId } = caller;
    const phone = this.seals.seal('phone', number);
    const joined = await this.database.transaction(async (tx) => {
      await this.owners.lock(tx, cityId, phone);
      if (await this.owners.owns(tx, cityId, personId, phone)) return null;
      await this.owners.release(tx, cityId, phone);
      const registered = await this.owners.registered(tx, cityId, phone);
      const joins = registered !== null && (await this.mayJoin(tx, cityId, personId));
      await this.owners.prove(tx, cityId, joins ? registered.id : personId, phone);
      if (!joins) return null;
      await this.join(tx, cityId, personId, registered.id);
      return registered;
    });
    if (!joined) return { joined: false, signedIn: null };
    this.callers.forget(personId);
    const tokens = await this.sessions.start(cityId, joined.id, 'wechat');
    return { joined: true, signedIn: { ...tokens, person: joined } };
  }

  private async mayJoin(tx: Transaction, cityId: number, personId: string): Promise<boolean> {
    return (await this.owners.isBlank(tx, cityId, personId)) && !(await this.records.hasAny(tx, cityId, personId));
  }

  private async join(tx: Transaction, cityId: number, from: string, to: string): Promise<void> {
    await this.logins.move(tx, cityId, from, to);
    await this.sessionRows.revokeAll(cityId, from, 'joined to the registered person', null, tx);
    await this.erasure.scrub(tx, cityId, from);
  }
}
