import { Injectable, Logger } from '@nestjs/common';
import type { Caller } from '../platform/auth/caller.js';
import { AcquaintanceService } from './acquaintance.service.js';
import type { PersonDto } from './persons.dto.js';
import { PersonsRepository } from './persons.repository.js';
import { PersonsService } from './persons.service.js';
import { SessionsService } from './sessions.service.js';

/** Blocking an account and opening it again, by whoever administers all of its places. */
@Injectable()
export class AccountsService {
  private readonly log = new Logger(AccountsService.name);

  constructor(
    private readonly acquaintances: AcquaintanceService,
    private readonly rows: PersonsRepository,
    private readonly persons: PersonsService,
    private readonly sessions: SessionsService,
  ) {}

  async disable(caller: Caller, id: string, reason: string): Promise<PersonDto> {
    await this.acquaintances.underCommand(caller, id);
    await this.rows.setDisabled(caller.cityId, id, true);
    await this.sessions.endAll(caller.cityId, id, `disabled: ${reason}`);
    this.log.warn({ personId: id, by: caller.personId }, 'an account was disabled');
    return this.persons.show(caller, id);
  }

  async enable(caller: Caller, id: string): Promise<PersonDto> {
    await this.acquaintances.underCommand(caller, id);
    await this.rows.setDisabled(caller.cityId, id, false);
    return this.persons.show(caller, id);
  }
}
