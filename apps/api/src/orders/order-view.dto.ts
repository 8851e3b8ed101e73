import { ApiProperty } from '@nestjs/swagger';
import { ORDER_KINDS, ORDER_STATES, type OrderKind, type OrderState, URGENCIES, type Urgency } from '@linshao/domain';

export class AreaRef {
  /** Codes from the city down, joined by `/`. */
  path: string;
  name: string;
}

export class PersonRef {
  /** Null when only the masked name may be known. */
  id: string | null;
  /** A resident's is masked; of those who handle the order it is the name they serve under. */
  name: string;
}

export class AssignmentRef {
  @ApiProperty({ enum: ['person', 'unit', 'pool'] })
  type: 'person' | 'unit' | 'pool';
  id: string | null;
  name: string;
}

/** An order in a list. */
export class OrderItem {
  id: string;
  /** As read out on the phone: yyMMdd-nnnnnn. */
  number: string;
  @ApiProperty({ enum: ORDER_KINDS }) kind: OrderKind;
  category: string;
  categoryName: string;
  @ApiProperty({ enum: ORDER_STATES }) state: OrderState;
  stateName: string;
  @ApiProperty({ enum: URGENCIES }) urgency: Urgency;
  version: number;
  title: string;
  area: AreaRef;
  submittedAt: Date;
  repliedAt: Date | null;
  /** The nearest promise that is still owed. */
  dueAt: Date | null;
  overdue: boolean;
  assignee: PersonRef | null;
  assignment: AssignmentRef | null;
  urgeCount: number;
}

/** A share of an order that was split. */
export class ChildTask extends OrderItem {
  /** Whether the caller may open it, not only know that it is there. */
  opens: boolean;
}

export class OrderLocation {
  lng: number;
  lat: number;
}

/** An order as the caller may see it; what they may not see is null. */
export class OrderView extends OrderItem {
  /** full: everything; pool: what helps to decide on claiming; public: the redacted copy. */
  @ApiProperty({ enum: ['full', 'pool', 'public'] })
  visibility: 'full' | 'pool' | 'public';
  description: string;
  address: string | null;
  location: OrderLocation | null;
  photoIds: string[];
  anonymous: boolean;
  confidential: boolean;
  reporter: PersonRef | null;
  isFollowing: boolean;
  parentId: string | null;
  openChildren: number;
  mergedInto: string | null;
  acceptedAt: Date | null;
  doneAt: Date | null;
  publishedAt: Date | null;
  ratedAt: Date | null;
  closedAt: Date | null;
  /** The resident's word, or a review visit's. */
  solved: boolean | null;
  stars: number | null;
  reopenCount: number;
}

export class OrderPage {
  items: OrderItem[];
  /** Give it back as `cursor` for the next page; null on the last one. */
  @ApiProperty({ type: String, nullable: true })
  nextCursor: string | null;
}

export class OrderCounts {
  /** How many orders the caller's filters match, per state. */
  @ApiProperty({ type: 'object', additionalProperties: { type: 'integer' } })
  byState: Record<string, number>;
  total: number;
  overdue: number;
}
