import { activePosts, type Post, type PostScope, ROLE_NAMES } from '@linshao/domain';
import { Injectable } from '@nestjs/common';
import type { Caller } from '../platform/auth/caller.js';
import { Clock } from '../platform/clock/clock.js';
import { Problem, notFound } from '../platform/http/problem.js';
import { Homes } from './homes.service.js';
import { LoginsRepository } from './logins.repository.js';
import type { MeDto, MyDataDto, MyPostDto } from './me.dto.js';
import { MyDataRepository } from './my-data.repository.js';
import { PasswordsRepository } from './passwords.repository.js';
import { PersonSeals } from './person-seals.service.js';
import { PersonViews } from './person-views.js';
import { PersonalRecords } from './personal-records.service.js';
import { type PersonRow, PersonsRepository } from './persons.repository.js';

/** What a person sees and changes of themselves. */
@Injectable()
export class MeService {
  constructor(
    private readonly clock: Clock,
    private readonly persons: PersonsRepository,
    private readonly views: PersonViews,
    private readonly seals: PersonSeals,
    private readonly logins: LoginsRepository,
    private readonly passwords: PasswordsRepository,
    private readonly homes: Homes,
    private readonly myData: MyDataRepository,
    private readonly records: PersonalRecords,
  ) {}

  async show({ cityId, personId, actor }: Caller): Promise<MeDto> {
    const [person, homes, password, openId] = await Promise.all([
      this.person(cityId, personId),
      this.homes.of(cityId, personId),
      this.passwords.stateOf(cityId, personId),
      this.logins.subjectOf(cityId, 'wechat', personId),
    ]);
    return {
      id: person.id,
      name: person.name,
      nameIsFree: nameIsFree(person),
      ...this.views.numbers(person),
      phoneVerified: person.phoneVerified,
      posts: activePosts(actor, this.clock.now()).map(toMyPost),
      areas: [...person.areas],
      homes,
      signIn: {
        wechat: openId !== null,
        userName: password?.userName ?? null,
        passwordChangeRequired: password?.changeRequired ?? false,
        totp: password?.totp ?? false,
      },
      version: person.version,
    };
  }

  async rename(caller: Caller, name: string): Promise<MeDto> {
    const { cityId, personId } = caller;
    const person = await this.person(cityId, personId);
    if (!nameIsFree(person)) {
      throw new Problem(409, 'person.name_confirmed', '姓名已由社区登记，如需更正请联系社区');
    }
    await this.persons.update(cityId, personId, person.version, { name, phone: undefined, idNumber: undefined });
    return this.show(caller);
  }

  /** The person's copy of everything kept about them (PIPL art. 45). */
  async export({ cityId, personId }: Caller): Promise<MyDataDto> {
    const person = await this.person(cityId, personId);
    const { phoneSealed, phoneLookup: _, idNumberSealed, postPaths: __, ...plain } = person;
    const numbers = {
      phone: this.seals.open('phone', phoneSealed),
      idNumber: this.seals.open('idNumber', idNumberSealed),
    };
    const records = { ...(await this.myData.of(cityId, personId)), ...(await this.records.export(cityId, personId)) };
    return { exportedAt: this.clock.now(), person: { ...plain, ...numbers }, records };
  }

  private async person(cityId: number, personId: string): Promise<PersonRow> {
    const person = await this.persons.byId(cityId, personId);
    if (!person) throw notFound();
    return person;
  }
}

const nameIsFree = ({ areas, postPaths }: PersonRow): boolean => areas.length === 0 && postPaths.length === 0;

function toMyPost({ id, role, name, scope, from, to }: Post): MyPostDto {
  const place = { scopeType: scope.type, scopeId: scopeIdOf(scope), areaPath: scope.areaPath };
  return { id, role, roleName: ROLE_NAMES[role], name, ...place, from, to };
}

function scopeIdOf(scope: PostScope): string {
  switch (scope.type) {
    case 'area':
      return scope.areaId;
    case 'unit':
      return scope.unitId;
    case 'party':
      return scope.partyOrganisationId;
  }
}
