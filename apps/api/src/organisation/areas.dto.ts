import { AREA_LEVEL_CODES, type AreaLevel } from '@linshao/domain';
import { ApiProperty } from '@nestjs/swagger';
import { Code, DecimalQuery, Id, OneOf, Text, Whole } from '../platform/http/fields.js';
import { PageQueryDto } from '../platform/http/page-query.dto.js';
import { type Border, BorderField } from './border.field.js';

const MOST_HOUSEHOLDS = 10_000_000;

export class AreaListQueryDto extends PageQueryDto {
  /** Areas directly below this one. Without any filter the list starts at the city. */
  @Id({ optional: true }) parentId?: string;
  /** This area and all below it. */
  @Id({ optional: true }) within?: string;
  @OneOf(AREA_LEVEL_CODES, { optional: true }) level?: AreaLevel;
  @Code({ optional: true }) code?: string;
  /** A part of the name, or the beginning of the code. */
  @Text({ max: 50, optional: true }) q?: string;
}

export class PointQueryDto {
  /** GCJ-02 degrees. */
  @DecimalQuery(-180, 180) lng: number;
  @DecimalQuery(-90, 90) lat: number;
}

export class CreateAreaDto {
  @Id() parentId: string;
  @OneOf(AREA_LEVEL_CODES) level: AreaLevel;
  /** Official down to the community; below it the community's own: G01, G01-E02. */
  @Code() code: string;
  @Text({ max: 60 }) name: string;
  @Whole(0, MOST_HOUSEHOLDS, { optional: true, nullable: true }) households?: number | null;
  @BorderField() polygon?: Border | null;
}

export class UpdateAreaDto {
  /** The version this change was made from. */
  @Whole(1, 2 ** 31 - 1) version: number;
  @Text({ max: 60, optional: true }) name?: string;
  @Whole(0, MOST_HOUSEHOLDS, { optional: true, nullable: true }) households?: number | null;
  @BorderField() polygon?: Border | null;
}

export class MoveAreaDto {
  @Whole(1, 2 ** 31 - 1) version: number;
  /** The area to hang it below; left out, it stays where it is. */
  @Id({ optional: true }) parentId?: string;
  /** Its new code; left out, the old one is carried over to the new place (G01-E02 below G03 becomes G03-E02). */
  @Code({ optional: true }) code?: string;
}

export class AreaNameDto {
  id: string;
  code: string;
  name: string;
  level: AreaLevel;
}

export class AreaDto extends AreaNameDto {
  /** The level's Chinese name. */
  levelName: string;
  parentId: string | null;
  /** Codes from the city down, joined by `/`. */
  path: string;
  households: number | null;
  hasChildren: boolean;
  version: number;
}

export class AreaDetailDto extends AreaDto {
  /** Corners as `[lng, lat]` in GCJ-02, the first not repeated. */
  @ApiProperty({ type: 'array', items: { type: 'array', items: { type: 'number' } }, nullable: true })
  polygon: Border | null;
  /** Where the row comes from. */
  source: string;
  /** The areas above, the city first. */
  ancestors: AreaNameDto[];
  /** What an administrator may want to look at; nothing is refused for it. */
  warnings: string[];
}

export class AreaPageDto {
  items: AreaDto[];
  nextCursor: string | null;
}
