import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A fact waiting to be told to its subscribers. Partitioned by month of its id (UUIDv7). */
@Entity('outbox')
@Index('outbox_waiting', { synchronize: false })
export class OutboxEntity {
  @PrimaryColumn('int', { name: 'city_id' }) cityId: number;
  @PrimaryColumn('uuid') id: string;
  @Column('text') topic: string;
  @Column('jsonb') payload: object;
  @Column('timestamptz', { default: () => 'now()' }) at: Date;
  @Column('timestamptz', { name: 'handled_at', nullable: true }) handledAt: Date | null;
}

/** A subscriber that could not handle an event: retried with growing pauses, then kept as a dead letter to look at. */
@Entity('outbox_failures')
@Index('outbox_failures_due', ['nextAt'], { where: 'next_at IS NOT NULL' })
export class OutboxFailureEntity {
  @PrimaryColumn('int', { name: 'city_id' }) cityId: number;
  @PrimaryColumn('uuid', { name: 'outbox_id' }) outboxId: string;
  @PrimaryColumn('text') subscriber: string;
  @Column('int') attempts: number;
  @Column('text') error: string;
  /** Null: given up; a dead letter. */
  @Column('timestamptz', { name: 'next_at', nullable: true }) nextAt: Date | null;
}
