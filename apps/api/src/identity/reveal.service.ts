import { postOver } from '@linshao/domain';
import { Injectable } from '@nestjs/common';
import type { Caller } from '../platform/auth/caller.js';
import { Clock } from '../platform/clock/clock.js';
import { pageOf } from '../platform/http/cursor.js';
import { notFound } from '../platform/http/problem.js';
import type { PageQueryDto } from '../platform/http/page-query.dto.js';
import { AcquaintanceService } from './acquaintance.service.js';
import { idBefore } from './id-cursor.js';
import { LooksRepository } from './looks.repository.js';
import { PersonSeals } from './person-seals.service.js';
import type { LookPageDto, PersonalField, RevealDto, RevealedPersonDto } from './persons.dto.js';
import { type PersonRow, PersonsRepository, placesOf } from './persons.repository.js';

export type { RevealedPersonDto } from './persons.dto.js';

/** Unmasked looks at personal data: never without a purpose, never without a record (PIPL art. 6, 51). */
@Injectable()
export class RevealService {
  constructor(
    private readonly clock: Clock,
    private readonly persons: PersonsRepository,
    private readonly acquaintances: AcquaintanceService,
    private readonly looks: LooksRepository,
    private readonly seals: PersonSeals,
  ) {}

  /** @throws Problem 404 unless a post of the caller's covers the person */
  async reveal(caller: Caller, id: string, { fields, purpose }: RevealDto): Promise<RevealedPersonDto> {
    const { person, post } = await this.acquaintances.of(caller, id);
    return this.record(caller, person, post?.id ?? null, fields, purpose);
  }

  /**
   * For features whose own rules allow the look, such as the person who works on a resident's order.
   * @param postId the post it is done in
   * @throws Problem 404 for an erased person
   */
  async open(
    caller: Caller,
    id: string,
    postId: string | null,
    fields: readonly PersonalField[],
    purpose: string,
  ): Promise<RevealedPersonDto> {
    const person = await this.persons.byId(caller.cityId, id);
    if (!person) throw notFound();
    return this.record(caller, person, postId, fields, purpose);
  }

  /** Who has looked at a person: for the person, and for administrators over them. */
  async looksAt(caller: Caller, id: string, { cursor, limit }: PageQueryDto): Promise<LookPageDto> {
    const { person } = await this.acquaintances.of(caller, id);
    const { areas, posts } = placesOf(person);
    const now = this.clock.now();
    const mayAudit = [...areas, ...posts].some((area) => postOver(caller.actor, ['administrator'], area, now));
    if (id !== caller.personId && !mayAudit) throw notFound();
    const rows = await this.looks.of(caller.cityId, id, idBefore(cursor) ?? null, limit + 1);
    const page = pageOf(
      rows,
      limit,
      (row) => row,
      (row) => [row.id],
    );
    return { ...page, items: [...page.items] };
  }

  private async record(
    caller: Caller,
    person: PersonRow,
    postId: string | null,
    fields: readonly PersonalField[],
    purpose: string,
  ) {
    // First the record, then the data: a look that could not be recorded does not happen.
    await this.looks.add({
      cityId: caller.cityId,
      personIds: [person.id],
      by: caller.personId,
      postId,
      fields: [...new Set(fields)],
      purpose,
    });
    const revealed: RevealedPersonDto = { id: person.id };
    if (fields.includes('name')) revealed.name = person.name;
    if (fields.includes('phone')) revealed.phone = this.seals.open('phone', person.phoneSealed);
    if (fields.includes('idNumber')) revealed.idNumber = this.seals.open('idNumber', person.idNumberSealed);
    return revealed;
  }
}
