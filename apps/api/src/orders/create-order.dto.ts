import { ORDER_KINDS, type OrderKind } from '@linshao/domain';
import { AreaReference, Code, Decimal, Flag, Id, Ids, Nested, OneOf, Text } from '../platform/http/fields.js';

/** A point in GCJ-02, as WeChat gives it. */
export class Location {
  @Decimal(-180, 180) lng: number;
  @Decimal(-90, 90) lat: number;
}

export class CreateOrder {
  @OneOf(ORDER_KINDS) kind: OrderKind;
  /** Code of a category without children. */
  @Code() category: string;
  @Text({ min: 2, max: 60 }) title: string;
  @Text({ min: 0, max: 2000 }) description: string;
  @Nested(() => Location, { optional: true }) location?: Location;
  /**
   * Code or path of an area, when there is no point; otherwise the reporter's home counts. Below the community a code stands
   * behind its community's: `320402003012/G01`.
   */
  @AreaReference({ optional: true }) area?: string;
  @Text({ min: 0, max: 120, optional: true }) address?: string;
  /** The name is not shown to those who handle it, nor in public. */
  @Flag({ optional: true }) anonymous?: boolean;
  /** Only those who must handle it see it at all; never on a board. */
  @Flag({ optional: true }) confidential?: boolean;
  @Ids({ max: 9, optional: true }) photoIds?: string[];
  /** The resident it is for, when somebody writes it down on their behalf. */
  @Id({ optional: true }) reporterId?: string;
}

export class CreatedOrder {
  id: string;
  /** As read out on the phone: yyMMdd-nnnnnn. */
  number: string;
  state: string;
  version: number;
}
