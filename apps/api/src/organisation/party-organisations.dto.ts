import { PARTY_LEVEL_CODES, type PartyLevel } from '@linshao/domain';
import { Code, Id, OneOf, Text, Whole } from '../platform/http/fields.js';
import { PageQueryDto } from '../platform/http/page-query.dto.js';
import { AreaNameDto } from './areas.dto.js';

export class PartyOrganisationListQueryDto extends PageQueryDto {
  /** Organisations directly below this one. */
  @Id({ optional: true }) parentId?: string;
  /** Organisations of this area or of one below it. */
  @Id({ optional: true }) areaId?: string;
  @OneOf(PARTY_LEVEL_CODES, { optional: true }) level?: PartyLevel;
  @Code({ optional: true }) code?: string;
  /** A part of the name. */
  @Text({ max: 50, optional: true }) q?: string;
}

export class CreatePartyOrganisationDto {
  /** Left out for the topmost organisation. */
  @Id({ optional: true, nullable: true }) parentId?: string | null;
  @OneOf(PARTY_LEVEL_CODES) level: PartyLevel;
  @Code() code: string;
  @Text({ max: 60 }) name: string;
  /** The area it works in. */
  @Id() areaId: string;
}

export class UpdatePartyOrganisationDto {
  /** The version this change was made from. */
  @Whole(1, 2 ** 31 - 1) version: number;
  @Text({ max: 60, optional: true }) name?: string;
  @Id({ optional: true }) areaId?: string;
  /** Hangs it, with everything below it, under another organisation; null makes it topmost. */
  @Id({ optional: true, nullable: true }) parentId?: string | null;
}

export class PartyOrganisationDto {
  id: string;
  code: string;
  name: string;
  level: PartyLevel;
  /** The level's Chinese name. */
  levelName: string;
  parentId: string | null;
  /** Codes from the topmost organisation down, joined by `/`. */
  path: string;
  area: AreaNameDto;
  version: number;
}

export class PartyOrganisationPageDto {
  items: PartyOrganisationDto[];
  nextCursor: string | null;
}
