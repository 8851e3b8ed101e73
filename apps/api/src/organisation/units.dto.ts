import { UNIT_KINDS, type UnitKind } from '@linshao/domain';
import { Code, Id, OneOf, Text, Whole } from '../platform/http/fields.js';
import { PageQueryDto } from '../platform/http/page-query.dto.js';
import { AreaNameDto } from './areas.dto.js';

const KINDS = Object.keys(UNIT_KINDS) as UnitKind[];

export class UnitListQueryDto extends PageQueryDto {
  /** Units that answer for this area or for one below it. */
  @Id({ optional: true }) areaId?: string;
  @OneOf(KINDS, { optional: true }) kind?: UnitKind;
  @Code({ optional: true }) code?: string;
  /** A part of the name. */
  @Text({ max: 50, optional: true }) q?: string;
}

export class CreateUnitDto {
  @Code() code: string;
  @Text({ max: 60 }) name: string;
  @OneOf(KINDS) kind: UnitKind;
  /** The area it answers for. */
  @Id() areaId: string;
  @Text({ max: 200, optional: true, nullable: true }) address?: string | null;
}

export class UpdateUnitDto {
  /** The version this change was made from. */
  @Whole(1, 2 ** 31 - 1) version: number;
  @Text({ max: 60, optional: true }) name?: string;
  @OneOf(KINDS, { optional: true }) kind?: UnitKind;
  @Id({ optional: true }) areaId?: string;
  @Text({ max: 200, optional: true, nullable: true }) address?: string | null;
}

export class UnitDto {
  id: string;
  code: string;
  name: string;
  kind: UnitKind;
  /** The kind's Chinese name. */
  kindName: string;
  area: AreaNameDto;
  address: string | null;
  version: number;
}

export class UnitPageDto {
  items: UnitDto[];
  nextCursor: string | null;
}
