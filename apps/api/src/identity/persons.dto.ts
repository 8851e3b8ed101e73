import { ArrayMinSize, IsArray } from 'class-validator';
import { Id, OneOf, Text, Whole } from '../platform/http/fields.js';
import { PageQueryDto } from '../platform/http/page-query.dto.js';
import { IdNumber, Phone } from './person-fields.js';

const PERSONAL_FIELDS = ['name', 'phone', 'idNumber'] as const;
export type PersonalField = (typeof PERSONAL_FIELDS)[number];

export class RegisterPersonDto {
  @Text({ max: 50 }) name: string;
  @Phone({ optional: true }) phone?: string | null;
  @IdNumber({ optional: true }) idNumber?: string | null;
  /** Where the person lives or is looked after; a post of the caller's must cover it. */
  @Id() areaId: string;
}

export class UpdatePersonDto {
  /** The version this change was made from. */
  @Whole(1, 2 ** 31 - 1) version: number;
  /** A masked value, sent back as it was answered, leaves the real one as it is. */
  @Text({ max: 50, optional: true }) name?: string;
  /** Null removes it. */
  @Phone({ optional: true, masked: true }) phone?: string | null;
  /** Null removes it. */
  @IdNumber({ optional: true, masked: true }) idNumber?: string | null;
}

export class FindPersonDto {
  @Phone({ optional: true }) phone?: string;
  @IdNumber({ optional: true }) idNumber?: string;
}

export class PersonListQueryDto extends PageQueryDto {
  /** The area whose people to list, everything below it included. */
  @Id() area: string;
  /** A part of the name. */
  @Text({ max: 50, optional: true }) q?: string;
}

export class RevealDto {
  @IsArray({ message: '应为列表' })
  @ArrayMinSize(1, { message: '请选择要查看的内容' })
  @OneOf(PERSONAL_FIELDS, { each: true })
  fields: PersonalField[];
  /** What the data is needed for; kept with the record of this look. */
  @Text({ min: 4, max: 200 }) purpose: string;
}

export class DisablePersonDto {
  @Text({ min: 2, max: 200 }) reason: string;
}

export class PersonAreaDto {
  id: string;
  name: string;
  /** Codes from the city down, joined by `/`. */
  path: string;
}

export class PersonDto {
  id: string;
  /** Masked for whoever has no post over the person. */
  name: string;
  /** 138****1234 */
  phone: string | null;
  /** Whether WeChat vouched for the phone. */
  phoneVerified: boolean;
  /** 3204************1X */
  idNumber: string | null;
  /** Where the person is registered or lives; empty for whoever has no post over them. */
  areas: PersonAreaDto[];
  disabled: boolean;
  /** Demo data: no such person exists. */
  invented: boolean;
  version: number;
}

export class PersonPageDto {
  items: PersonDto[];
  nextCursor: string | null;
}

export class FoundPersonsDto {
  items: PersonDto[];
}

export class RevealedPersonDto {
  id: string;
  name?: string;
  phone?: string | null;
  idNumber?: string | null;
}

export class LookDto {
  id: string;
  at: Date;
  /** Who looked. */
  byId: string;
  byName: string;
  /** The post it was done in; null for a look-up across the city. */
  postName: string | null;
  fields: string[];
  purpose: string;
}

export class LookPageDto {
  items: LookDto[];
  nextCursor: string | null;
}
