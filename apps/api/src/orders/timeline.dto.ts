import { ApiProperty } from '@nestjs/swagger';
import { ORDER_STATES, type OrderState } from '@linshao/domain';

/** One step of an order's history. */
export class TimelineStep {
  id: string;
  /** `order.` and what happened, e.g. order.claimed. */
  type: string;
  /** The same in Chinese. */
  label: string;
  @ApiProperty({ enum: ORDER_STATES, nullable: true }) fromState: OrderState | null;
  @ApiProperty({ enum: ORDER_STATES }) toState: OrderState;
  at: Date;
  /** Name, masked name, 匿名居民 or 系统. */
  actor: string;
  /** The post they acted by. */
  post: string | null;
  words: string | null;
  /** Whether this step stands on the order's public page. */
  public: boolean;
  @ApiProperty({ type: 'object', additionalProperties: true })
  data: Record<string, unknown>;
}
