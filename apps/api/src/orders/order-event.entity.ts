import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** One step of an order's history: inserted with the move, never changed. Partitioned by month of its id. */
@Entity('order_events')
@Index('order_events_of_order', ['cityId', 'orderId', 'id'])
export class OrderEventEntity {
  @PrimaryColumn('int', { name: 'city_id' }) cityId: number;
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'order_id' }) orderId: string;
  /** The order's version after this step. */
  @Column('int') version: number;
  /** Whose ledger the step belongs to. */
  @Column('text', { name: 'community_path', nullable: true }) communityPath: string | null;
  @Column('text') type: string;
  @Column('text', { name: 'from_state', nullable: true }) fromState: string | null;
  @Column('text', { name: 'to_state' }) toState: string;
  @Column('text', { nullable: true }) words: string | null;
  @Column('boolean') public: boolean;
  @Column('jsonb') data: object;
  @Column('uuid', { name: 'actor_id', nullable: true }) actorId: string | null;
  @Column('uuid', { name: 'post_id', nullable: true }) postId: string | null;
  @Column('text', { name: 'post_name', nullable: true }) postName: string | null;
  @Column('timestamptz') at: Date;
  /** Makes the ledger's commitment to the words unguessable; erased with them (see audit). */
  @Column('uuid', { nullable: true, default: () => 'uuidv4()' }) salt: string | null;
}
