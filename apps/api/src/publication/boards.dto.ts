import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { type Lamp, LAMPS, ORDER_KINDS, ORDER_STATES, type OrderKind, type OrderState } from '@linshao/domain';
import { IsOptional, Matches } from 'class-validator';
import { Code, OneOf, Text, WholeQuery } from '../platform/http/fields.js';

/** Code or path of an area. */
export const AreaCode = (): PropertyDecorator =>
  applyDecorators(IsOptional(), Matches(/^[A-Za-z0-9._/-]{1,200}$/, { message: '区域代码不对' }));

export class ResultsQuery {
  /** Code or path of an area; everything below it counts. */
  @AreaCode() area?: string;
  @OneOf(ORDER_KINDS, { optional: true }) kind?: OrderKind;
  /** A category and everything below it. */
  @Code({ optional: true }) category?: string;
  @Text({ min: 1, max: 200, optional: true }) cursor?: string;
  @WholeQuery(1, 100, { optional: true }) limit?: number;
}

export class WishesQuery extends ResultsQuery {
  @OneOf(LAMPS, { optional: true }) lamp?: Lamp;
}

export class BoardArea {
  /** Codes from the city down to the grid or estate, joined by `/`. */
  path: string;
  name: string;
}

/** An order as everybody may read it: redacted, checked, without anybody's name. */
export class BoardItem {
  number: string;
  @ApiProperty({ enum: ORDER_KINDS }) kind: OrderKind;
  category: string;
  categoryName: string;
  title: string;
  /** What was asked; null when the community tells it in its own words (`result`). */
  @ApiProperty({ type: String, nullable: true }) text: string | null;
  /** What became of it; null before it is published. */
  @ApiProperty({ type: String, nullable: true }) result: string | null;
  area: BoardArea;
  @ApiProperty({ enum: ORDER_STATES }) state: OrderState;
  stateName: string;
  publishedAt: Date | null;
  /** The resident's word, or a review visit's; null while nobody has said. */
  solved: boolean | null;
  stars: number | null;
  @ApiProperty({ type: String, nullable: true }) comment: string | null;
  /** 愿望灯 of a wish: waiting, claimed, or lit by the resident's word; null for everything else. */
  @ApiProperty({ enum: LAMPS, nullable: true }) lamp: Lamp | null;
  /** Post and masked name of who handles it. */
  @ApiProperty({ type: String, nullable: true }) handler: string | null;
  photoIds: string[];
}

export class BoardPage {
  items: BoardItem[];
  /** Give it back as `cursor` for the next page; null on the last one. */
  @ApiProperty({ type: String, nullable: true }) nextCursor: string | null;
}

export class BoardStep {
  /** 受理, 回复, 接单 … */
  label: string;
  @ApiProperty({ enum: ORDER_STATES }) state: OrderState;
  at: Date;
  /** 居民, 匿名居民, 系统, or a post with a masked name. */
  actor: string;
  @ApiProperty({ type: String, nullable: true }) words: string | null;
}

/** An order's public page. */
export class BoardOrder extends BoardItem {
  steps: BoardStep[];
}

export class BoardAreasQuery {
  /** Only areas inside this one, by code or path. */
  @AreaCode() area?: string;
}

/** Areas with something to read. */
export class BoardAreas {
  items: BoardArea[];
}
