import { ApiProperty } from '@nestjs/swagger';

export class Health {
  status: 'ok';
}

const STATES = ['ok', 'down', 'late'] as const;
/** `down`: does not answer; `late`: work that was due has not been done, so no worker keeps up. */
export type CheckState = (typeof STATES)[number];

export class Checks {
  @ApiProperty({ enum: STATES }) database: CheckState;
  /** Deadlines whose moment came and that nobody fired. */
  @ApiProperty({ enum: STATES }) deadlines: CheckState;
  /** Facts that were committed and that nobody told on. */
  @ApiProperty({ enum: STATES }) outbox: CheckState;
}

export class Readiness extends Health {
  checks: Checks;
}
