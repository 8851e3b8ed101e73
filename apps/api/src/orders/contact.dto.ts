import { ApiProperty } from '@nestjs/swagger';
import { Text } from '../platform/http/fields.js';

export class ContactBody {
  /** Why the resident has to be reached; they can read it. */
  @Text({ min: 4, max: 200 }) purpose: string;
}

/** How to reach the resident of an order. */
export class ContactView {
  name: string;
  @ApiProperty({ type: String, nullable: true }) phone: string | null;
  @ApiProperty({ type: String, nullable: true }) address: string | null;
}
