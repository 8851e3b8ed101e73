import { maskIdNumber, maskName, maskPhone } from '@linshao/domain';
import { Injectable } from '@nestjs/common';
import { PersonSeals } from './person-seals.service.js';
import type { PersonDto } from './persons.dto.js';
import type { PersonRow } from './persons.repository.js';

/** Persons as others see them: numbers always masked, the name too for whoever has no post over them. */
@Injectable()
export class PersonViews {
  constructor(private readonly seals: PersonSeals) {}

  /** @param acquainted whether the viewer knows them by post, or is the person */
  view(row: PersonRow, acquainted: boolean): PersonDto {
    return {
      id: row.id,
      name: acquainted ? row.name : maskName(row.name),
      ...this.numbers(row),
      phoneVerified: row.phoneVerified,
      areas: acquainted ? [...row.areas] : [],
      disabled: row.disabled,
      invented: row.invented,
      version: row.version,
    };
  }

  numbers({ phoneSealed, idNumberSealed }: PersonRow): Pick<PersonDto, 'phone' | 'idNumber'> {
    const phone = this.seals.open('phone', phoneSealed);
    const idNumber = this.seals.open('idNumber', idNumberSealed);
    return { phone: phone && maskPhone(phone), idNumber: idNumber && maskIdNumber(idNumber) };
  }
}
