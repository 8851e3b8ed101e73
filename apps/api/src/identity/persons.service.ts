import { ACQUAINTED, isMasked, maskName, postOver, postToCorrect, postToKnow, REGISTRARS } from '@linshao/domain';
import { Injectable } from '@nestjs/common';
import type { Caller } from '../platform/auth/caller.js';
import { Clock } from '../platform/clock/clock.js';
import { Database } from '../platform/database/database.js';
import { oneStatement } from '../platform/database/statement.js';
import { pageOf } from '../platform/http/cursor.js';
import { Problem } from '../platform/http/problem.js';
import { invalid } from '../platform/http/validation.js';
import { earlierSubject, isRepeated, type Repeatable, takeKey } from '../platform/idempotency/idempotency.js';
import { nextId } from '../platform/ids.js';
import { AcquaintanceService } from './acquaintance.service.js';
import { LooksRepository } from './looks.repository.js';
import { PersonSeals, type Sealed } from './person-seals.service.js';
import { PersonViews } from './person-views.js';
import type {
  FindPersonDto,
  FoundPersonsDto,
  PersonDto,
  PersonListQueryDto,
  PersonPageDto,
  RegisterPersonDto,
  UpdatePersonDto,
} from './persons.dto.js';
import { idBefore } from './id-cursor.js';
import { PersonsRepository, placesOf } from './persons.repository.js';

/** The register of persons, as those see it whose posts make them keep it. */
@Injectable()
export class PersonsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly persons: PersonsRepository,
    private readonly acquaintances: AcquaintanceService,
    private readonly looks: LooksRepository,
    private readonly seals: PersonSeals,
    private readonly views: PersonViews,
  ) {}

  /** Registers somebody who did not come by themselves. With a phone, their first WeChat login finds this entry. */
  async register(caller: Caller, input: RegisterPersonDto, repeatable: Repeatable | null): Promise<PersonDto> {
    const { cityId, personId, actor } = caller;
    const earlier = await earlierSubject(this.database, cityId, personId, repeatable);
    if (earlier) return this.show(caller, earlier);
    const areaPath = await this.persons.areaPath(cityId, input.areaId);
    if (!areaPath || !postOver(actor, REGISTRARS, areaPath, this.clock.now())) throw beyondArea();
    const id = nextId();
    const parts = this.persons.register(
      cityId,
      id,
      { name: realName(input.name), ...this.sealed(input) },
      input.areaId,
      personId,
    );
    if (repeatable) parts.push(takeKey(cityId, personId, repeatable, id, 'person'));
    try {
      await this.database.rows(oneStatement('person', parts));
      return await this.show(caller, id);
    } catch (error) {
      if (!isRepeated(error)) throw takenOr(error);
      return this.show(caller, (await earlierSubject(this.database, cityId, personId, repeatable)) ?? id);
    }
  }

  /**
   * Everybody with exactly this phone or ID number, in the whole city, so that nobody is registered twice. Strangers
   * come masked; the look-up is recorded for each of them.
   */
  async find({ cityId, personId, actor }: Caller, { phone, idNumber }: FindPersonDto): Promise<FoundPersonsDto> {
    const [field, value] = phone ? (['phone', phone] as const) : (['idNumber', idNumber] as const);
    if (!value) throw invalid([{ field: 'phone', code: 'isDefined', message: '请填写手机号或身份证号' }]);
    const rows = await this.persons.byLookup(cityId, field, this.seals.lookup(field, value));
    const purpose = field === 'phone' ? '按手机号查找' : '按身份证号查找';
    await this.looks.add({
      cityId,
      personIds: rows.map(({ id }) => id),
      by: personId,
      postId: null,
      fields: [field],
      purpose,
    });
    const now = this.clock.now();
    return { items: rows.map((row) => this.views.view(row, postToKnow(actor, placesOf(row), now) !== null)) };
  }

  async list({ cityId, actor }: Caller, { area, q, cursor, limit }: PersonListQueryDto): Promise<PersonPageDto> {
    const areaPath = await this.persons.areaPath(cityId, area);
    if (!areaPath || !postOver(actor, ACQUAINTED, areaPath, this.clock.now())) throw beyondArea();
    const rows = await this.persons.within(cityId, areaPath, q, idBefore(cursor), limit + 1);
    const page = pageOf(
      rows,
      limit,
      (row) => this.views.view(row, true),
      ({ id }) => [id],
    );
    return { ...page, items: [...page.items] };
  }

  async show(caller: Caller, id: string): Promise<PersonDto> {
    const { person } = await this.acquaintances.of(caller, id);
    return this.views.view(person, true);
  }

  async update(caller: Caller, id: string, input: UpdatePersonDto): Promise<PersonDto> {
    const { person } = await this.acquaintances.of(caller, id);
    if (!postToCorrect(caller.actor, placesOf(person), this.clock.now())) {
      throw new Problem(403, 'person.not_yours', '这位同志的登记信息需由其岗位所在区域的管理员修改');
    }
    const known = this.views.numbers(person);
    const phone = unmasked('phone', input.phone, known.phone);
    const idNumber = unmasked('idNumber', input.idNumber, known.idNumber);
    // What its owner proved with WeChat is theirs to change; anything else would be a way into their account.
    if (phone !== undefined && person.phoneVerified)
      throw new Problem(409, 'person.phone_verified', '手机号已由本人验证，只能由本人更换');
    const name = unmasked('name', input.name, maskName(person.name)) ?? person.name;
    const change = { name, ...this.sealed({ phone, idNumber }) };
    const written = await this.persons.update(caller.cityId, id, input.version, change).catch((error: unknown) => {
      throw takenOr(error);
    });
    if (written === 1) return this.show(caller, id);
    const current = await this.show(caller, id);
    throw new Problem(409, 'person.stale', '登记信息刚刚被修改过，请刷新后再改', { facts: { current } });
  }

  private sealed({ phone, idNumber }: Pick<UpdatePersonDto, 'phone' | 'idNumber'>) {
    const seal = (field: 'phone' | 'idNumber', value: string | null | undefined): Sealed | null | undefined =>
      typeof value === 'string' ? this.seals.seal(field, value) : value;
    return { phone: seal('phone', phone), idNumber: seal('idNumber', idNumber) };
  }
}

const beyondArea = (): Problem => new Problem(403, 'person.beyond_area', '这里不在您的岗位范围内，请联系所在社区');

/** A masked name typed or sent back would be stored as if it were real. */
function realName(name: string): string {
  if (isMasked(name)) throw invalid([{ field: 'name', code: 'masked', message: '请填写完整姓名，不要带星号' }]);
  return name;
}

/**
 * The value to write: undefined leaves the real one alone. A masked value counts as "unchanged" only when it is exactly
 * what we show for the real one; otherwise somebody edited a masked text and would believe it saved.
 */
function unmasked(field: string, value: string | null | undefined, shown: string | null): string | null | undefined {
  if (typeof value !== 'string' || !isMasked(value)) return value;
  if (value === shown) return undefined;
  throw invalid([{ field, code: 'masked', message: '带星号的内容不能保存，请填写完整' }]);
}

function takenOr(error: unknown): unknown {
  const { code, constraint } = (error ?? {}) as { code?: unknown; constraint?: unknown };
  if (code !== '23505' || constraint !== 'persons_id_number') return error;
  return new Problem(409, 'person.id_number_taken', '这个身份证号已登记过，请先按身份证号查找', {});
}
