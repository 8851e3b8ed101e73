import { ORDER_KINDS, ORDER_STATES, type OrderKind, type OrderState } from '@linshao/domain';
import { IsOptional, Matches } from 'class-validator';
import { Code, FlagQuery, Id, ListQuery, Text, WholeQuery } from '../platform/http/fields.js';

/** Filters of a list; they narrow what the caller may see and never widen it. */
export class OrderFilters {
  /** One or several states, separated by commas. */
  @ListQuery(ORDER_STATES) status?: OrderState[];
  @ListQuery(ORDER_KINDS) kind?: OrderKind[];
  /** A category and everything below it. */
  @Code({ optional: true }) category?: string;
  /** Code or path of an area; everything below it counts. */
  @IsOptional()
  @Matches(/^[A-Za-z0-9._/-]{1,200}$/, { message: '区域代码不对' })
  area?: string;
  /** Words in title, description, address or number. */
  @Text({ min: 1, max: 50, optional: true }) q?: string;
  @Id({ optional: true }) assignee?: string;
  /** Only what was sent to this unit. */
  @Id({ optional: true }) unit?: string;
  /** Only what the caller reported, follows, was sent or works on. */
  @FlagQuery() mine?: boolean;
  /** Only what the caller may claim (接单大厅). */
  @FlagQuery() pool?: boolean;
  /** Only what is past its nearest promise. */
  @FlagQuery() overdue?: boolean;
}

export class OrderListQuery extends OrderFilters {
  @Text({ min: 1, max: 200, optional: true }) cursor?: string;
  @WholeQuery(1, 100, { optional: true }) limit?: number;
}
