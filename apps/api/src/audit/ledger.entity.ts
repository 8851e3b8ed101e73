import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** One link of a community's chain. Holds no personal data: words and people are only committed to (`seal`). */
@Entity('ledger_entries')
@Index('ledger_entries_event', ['cityId', 'eventId'], { unique: true })
export class LedgerEntryEntity {
  @PrimaryColumn('int', { name: 'city_id' }) cityId: number;
  /** Path of the community; of the city for what belongs to none. */
  @PrimaryColumn({ type: 'text', collation: 'C' }) chain: string;
  @PrimaryColumn('bigint') sequence: number;
  @Column('uuid', { name: 'event_id' }) eventId: string;
  @Column('uuid', { name: 'order_id' }) orderId: string;
  @Column('int') version: number;
  @Column('timestamptz') at: Date;
  @Column('text') type: string;
  @Column('text', { name: 'from_state', nullable: true }) fromState: string | null;
  @Column('text', { name: 'to_state' }) toState: string;
  @Column('boolean') public: boolean;
  @Column('text') seal: string;
  @Column('text', { name: 'previous_hash' }) previousHash: string;
  @Column('text') hash: string;
}

/** The last link of each chain; its row is the lock under which the chain grows. */
@Entity('ledger_heads')
export class LedgerHeadEntity {
  @PrimaryColumn('int', { name: 'city_id' }) cityId: number;
  @PrimaryColumn({ type: 'text', collation: 'C' }) chain: string;
  @Column('bigint') sequence: number;
  @Column('text') hash: string;
}
