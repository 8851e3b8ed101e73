import { type Post, postToCommand, postToKnow } from '@linshao/domain';
import { Injectable } from '@nestjs/common';
import type { Caller } from '../platform/auth/caller.js';
import { Clock } from '../platform/clock/clock.js';
import { Problem, notFound } from '../platform/http/problem.js';
import { type PersonRow, PersonsRepository, placesOf } from './persons.repository.js';

export interface Acquaintance {
  readonly person: PersonRow;
  /** The caller's post that makes the person known to them; null when it is themselves. */
  readonly post: Post | null;
}

/** Finds a person for a caller; whom no post of theirs covers does not exist for them. */
@Injectable()
export class AcquaintanceService {
  constructor(
    private readonly clock: Clock,
    private readonly persons: PersonsRepository,
  ) {}

  /** @throws Problem 404 */
  async of({ cityId, personId, actor }: Caller, id: string): Promise<Acquaintance> {
    const person = await this.persons.byId(cityId, id);
    if (!person) throw notFound();
    if (id === personId) return { person, post: null };
    const post = postToKnow(actor, placesOf(person), this.clock.now());
    if (!post) throw notFound();
    return { person, post };
  }

  /** @throws Problem 404, or 403 unless the caller administers every place the person, another one, holds a post in */
  async underCommand(caller: Caller, id: string): Promise<PersonRow> {
    if (id === caller.personId) throw new Problem(403, 'person.own', '这是您自己的账号，请在“我的”里修改');
    const { person } = await this.of(caller, id);
    if (postToCommand(caller.actor, placesOf(person), this.clock.now())) return person;
    throw new Problem(403, 'person.beyond_command', '这位同志的岗位超出了您的管理范围，请联系上级管理员');
  }
}
