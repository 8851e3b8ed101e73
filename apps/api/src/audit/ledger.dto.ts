import { ApiProperty } from '@nestjs/swagger';

export class LedgerHead {
  /** Path of the community; of the city for what belongs to none. */
  chain: string;
  /** How many links the chain has. */
  sequence: number;
  /** SHA-256 of the last link. Whoever noted it down can later prove that no earlier step was changed. */
  hash: string;
}

export class LedgerHeadsPage {
  items: LedgerHead[];
  @ApiProperty({ type: String, nullable: true }) nextCursor: string | null;
}
