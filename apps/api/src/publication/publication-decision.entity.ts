import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** Somebody of the community changed public words, or let them stand against the check: who, by which post, why. */
@Entity('publication_decisions')
@Check('publication_decisions_action', `action IN ('edited', 'overruled')`)
@Index('publication_decisions_of_order', ['cityId', 'orderId', 'id'])
export class PublicationDecisionEntity {
  @PrimaryColumn('int', { name: 'city_id' }) cityId: number;
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'order_id' }) orderId: string;
  /** A step's words, or a photo. */
  @Column('uuid', { name: 'step_id' }) stepId: string;
  @Column('text') action: 'edited' | 'overruled';
  @Column('uuid', { name: 'person_id' }) personId: string;
  @Column('uuid', { name: 'post_id' }) postId: string;
  @Column('text', { nullable: true }) reason: string | null;
  @Column('timestamptz', { default: () => 'now()' }) at: Date;
}
