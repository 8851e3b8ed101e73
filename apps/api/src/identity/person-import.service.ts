import { isMasked, maskName, postOver, postToCorrect, REGISTRARS } from '@linshao/domain';
import { Injectable } from '@nestjs/common';
import type { Caller } from '../platform/auth/caller.js';
import { Clock } from '../platform/clock/clock.js';
import type { Transaction } from '../platform/database/database.js';
import { nextId } from '../platform/ids.js';
import type { ImportRow, RowOutcomes } from '../platform/imports/row-outcomes.js';
import { LooksRepository } from './looks.repository.js';
import { type KnownPerson, type NewPerson, PersonImportsRepository } from './person-imports.repository.js';
import { PersonSeals, type Sealed } from './person-seals.service.js';

export type PersonImportRow = ImportRow<{
  readonly name: string;
  readonly phone: string;
  readonly idNumber: string | null;
  /** Where a new person is registered. */
  readonly area: { readonly id: string; readonly path: string };
}>;

/** Whom a row means, and what it would write about them. */
export interface PersonMatch {
  readonly personId: string;
  readonly added: NewPerson | null;
  readonly idNumber: Sealed | null;
}

/**
 * Persons from a sheet, known again by phone and name (a family may share a phone) or by ID number. Existing entries are
 * hardly touched: a sheet must not be a way to take over somebody's entry, nor to move them into one's own area.
 */
@Injectable()
export class PersonImportService {
  constructor(
    private readonly persons: PersonImportsRepository,
    private readonly looks: LooksRepository,
    private readonly seals: PersonSeals,
    private readonly clock: Clock,
  ) {}

  /**
   * By row number; rows that are refused are missing. Being found is a look-up and recorded, outside the transaction:
   * a trial run that writes nothing has still told who is known here.
   */
  async match(
    tx: Transaction,
    caller: Caller,
    rows: readonly PersonImportRow[],
    outcomes: RowOutcomes,
  ): Promise<Map<number, PersonMatch>> {
    const phones = rows.map(({ phone }) => this.seals.lookup('phone', phone));
    const idNumbers = rows.flatMap(({ idNumber }) =>
      idNumber === null ? [] : [this.seals.lookup('idNumber', idNumber)],
    );
    const known = await this.persons.known(tx, caller.cityId, phones, idNumbers);
    const fresh = new Map<string, PersonMatch>();
    const matches = new Map<number, PersonMatch>();
    const found = new Set<string>();
    for (const row of rows) {
      const person = this.find(row, known, outcomes);
      if (person === 'refused') continue;
      if (person) found.add(person.id);
      const match = person ? this.meet(caller, row, person, outcomes) : this.enrol(caller, row, fresh, outcomes);
      if (match) matches.set(row.row, match);
    }
    const look = { fields: ['phone'], purpose: '表格导入核对', by: caller.personId, postId: null };
    await this.looks.add({ ...look, cityId: caller.cityId, personIds: [...found] });
    return matches;
  }

  /** Writes what the matches say; several rows may mean the same person. Answers with how many are new and changed. */
  async write(tx: Transaction, { cityId, personId }: Caller, matches: readonly PersonMatch[]): Promise<void> {
    const added = new Map(matches.flatMap(({ added: person }) => (person ? [[person.id, person] as const] : [])));
    await this.persons.insert(tx, cityId, [...added.values()], personId);
    const changed = new Map(
      matches.flatMap((match) => (match.idNumber ? [[match.personId, match.idNumber] as const] : [])),
    );
    for (const [id, idNumber] of changed) await this.persons.addIdNumber(tx, cityId, id, idNumber);
  }

  private find(
    row: PersonImportRow,
    known: readonly KnownPerson[],
    outcomes: RowOutcomes,
  ): KnownPerson | null | 'refused' {
    const phone = this.seals.lookup('phone', row.phone);
    const idNumber = row.idNumber === null ? null : this.seals.lookup('idNumber', row.idNumber);
    const refuse = (column: string, code: string, message: string): 'refused' => {
      outcomes.refuse(row, column, code, message);
      return 'refused';
    };
    if (isMasked(row.name)) return refuse('姓名', 'masked', '请填写完整姓名，不要带星号');
    const byId = idNumber === null ? undefined : known.find((person) => person.idNumberLookup === idNumber);
    if (byId && byId.name !== row.name)
      return refuse('身份证号', 'person.id_number_taken', '这个身份证号已登记为别人，请核对');
    if (byId && byId.phoneLookup !== phone)
      return refuse('手机号', 'person.phone', '与登记的手机号不同；请在人员登记里更换');
    const withPhone = known.filter((person) => person.phoneLookup === phone);
    const person = byId ?? withPhone.find(({ name }) => name === row.name);
    if (person?.disabled) return refuse('姓名', 'person.disabled', '这个人已停用');
    if (person && idNumber !== null && person.idNumberLookup !== null && person.idNumberLookup !== idNumber) {
      return refuse('身份证号', 'person.id_number', '与登记的身份证号不同，请核对');
    }
    const [other] = withPhone;
    if (person || !other) return person ?? null;
    return refuse(
      '手机号',
      'person.phone_taken',
      `已登记给${maskName(other.name)}；若是家人共用，请在人员登记里单独添加`,
    );
  }

  private meet(caller: Caller, row: PersonImportRow, person: KnownPerson, outcomes: RowOutcomes): PersonMatch | null {
    const { id: personId, idNumberLookup, places } = person;
    if (row.idNumber === null || idNumberLookup !== null) return { personId, added: null, idNumber: null };
    if (postToCorrect(caller.actor, places, this.clock.now())) {
      return { personId, added: null, idNumber: this.seals.seal('idNumber', row.idNumber) };
    }
    outcomes.refuse(row, '身份证号', 'person.not_yours', '这个人的登记信息不归您修改，请留空身份证号');
    return null;
  }

  private enrol(
    caller: Caller,
    row: PersonImportRow,
    fresh: Map<string, PersonMatch>,
    outcomes: RowOutcomes,
  ): PersonMatch | null {
    const { name, phone, idNumber, area } = row;
    if (!postOver(caller.actor, REGISTRARS, area.path, this.clock.now())) {
      outcomes.refuse(row, '区域代码', 'person.beyond_area', '不在您的岗位范围内');
      return null;
    }
    const key = `${phone} ${name}`;
    const before = fresh.get(key);
    if (before) return before;
    const id = nextId();
    const sealed = {
      phone: this.seals.seal('phone', phone),
      idNumber: idNumber === null ? null : this.seals.seal('idNumber', idNumber),
    };
    const match = { personId: id, added: { id, name, ...sealed, areaId: area.id }, idNumber: null };
    fresh.set(key, match);
    return match;
  }
}
