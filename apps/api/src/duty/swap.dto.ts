import { type SwapState, SWAP_STATES } from '@linshao/domain';
import { ApiProperty } from '@nestjs/swagger';
import { Id, Text } from '../platform/http/fields.js';
import { PageQueryDto } from '../platform/http/page-query.dto.js';
import { ShiftPersonDto } from './shift.dto.js';

export class AskSwapDto {
  /** Who is asked to take the shift. */
  @Id() personId: string;
  /** Their shift that is taken in return; left out: none. */
  @Id({ optional: true }) inReturnId?: string;
  @Text({ max: 100, optional: true }) reason?: string;
}

export class SwapPageQueryDto extends PageQueryDto {}

export class SwapShiftDto {
  id: string;
  name: string | null;
  from: string;
  to: string;
}

export class SwapDto {
  id: string;
  @ApiProperty({ enum: SWAP_STATES }) state: SwapState;
  askedBy: ShiftPersonDto;
  askedOf: ShiftPersonDto;
  /** Null: it was taken out of the roster meanwhile. */
  shift: SwapShiftDto | null;
  inReturn: SwapShiftDto | null;
  reason: string | null;
  askedAt: string;
  answeredAt: string | null;
}

export class SwapPageDto {
  items: SwapDto[];
  nextCursor: string | null;
}
