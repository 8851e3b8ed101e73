import { ApiProperty } from '@nestjs/swagger';
import { ORDER_STATES, type OrderState } from '@linshao/domain';
import { Code, Text } from '../platform/http/fields.js';
import { Transform } from 'class-transformer';
import { IsNumber, IsOptional, Max, Min } from 'class-validator';

const number = ({ value }: { value: unknown }): unknown =>
  typeof value === 'string' && value.trim() !== '' ? Number(value) : value;

/** What has been typed so far. */
export class DuplicateQuery {
  @Text({ min: 2, max: 60 }) title: string;
  @Text({ min: 0, max: 2000, optional: true }) description?: string;
  @Code({ optional: true }) category?: string;
  @IsOptional() @Transform(number) @IsNumber({}, { message: '应为数字' }) @Min(-180) @Max(180) lng?: number;
  @IsOptional() @Transform(number) @IsNumber({}, { message: '应为数字' }) @Min(-90) @Max(90) lat?: number;
}

/** An open order that may be the same matter: enough to judge, nothing of who reported it. */
export class SimilarOrder {
  id: string;
  number: string;
  title: string;
  @ApiProperty({ enum: ORDER_STATES }) state: OrderState;
  stateName: string;
  submittedAt: Date;
  /** Metres; null when one of the two has no place on the map. */
  distance: number | null;
  /** What agrees, in Chinese. */
  why: string;
  followers: number;
}
