import { ApiProperty } from '@nestjs/swagger';
import { ArrayMinSize, IsArray } from 'class-validator';
import { Id, OneOf, Text } from '../platform/http/fields.js';
import { PageQueryDto } from '../platform/http/page-query.dto.js';
import { type Relation, RELATIONS, RESIDENCY_STATES, type ResidencyState } from './residency.js';

const REVEALED = ['phone', 'idNumber'] as const;

export class RequestResidencyDto {
  /** The dwelling, when it is in the register. */
  @Id({ optional: true }) dwellingId?: string;
  /** Otherwise the community or grid … */
  @Id({ optional: true }) areaId?: string;
  /** … and the address in words; the community matches it with a dwelling. */
  @Text({ min: 2, max: 100, optional: true }) address?: string;
  @OneOf(RELATIONS) relation: Relation;
}

export class ResidencyListQueryDto extends PageQueryDto {
  @OneOf(RESIDENCY_STATES, { optional: true }) state?: ResidencyState;
  /** Only this area and everything below it; without it, everywhere the caller keeps the register. */
  @Id({ optional: true }) area?: string;
}

export class ConfirmResidencyDto {
  /** Needed when the request names an address only. */
  @Id({ optional: true }) dwellingId?: string;
}

export class RefuseResidencyDto {
  /** Told to the resident. */
  @Text({ min: 2, max: 200 }) reason: string;
}

export class RevealApplicantDto {
  @IsArray({ message: '应为列表' })
  @ArrayMinSize(1, { message: '请选择要查看的内容' })
  @OneOf(REVEALED, { each: true })
  fields: (typeof REVEALED)[number][];
  /** What the data is needed for; kept with the record of this look. */
  @Text({ min: 4, max: 200 }) purpose: string;
}

export class ResidencyDto {
  id: string;
  personId: string;
  personName: string;
  relation: Relation;
  state: ResidencyState;
  /** Null while only an address is known. */
  dwellingId: string | null;
  areaId: string;
  areaPath: string;
  /** In words: names of the areas from the community down, and the room or the address as told. */
  address: string;
  /** Why it was refused. */
  reason: string | null;
  requestedAt: Date;
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  decidedAt: Date | null;
}

export class ResidencyPageDto {
  items: ResidencyDto[];
  nextCursor: string | null;
}
