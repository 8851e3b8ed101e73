import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** What a person's `Idempotency-Key` led to: asked again with the same key, the same subject is the answer. Kept two days. */
@Entity('idempotency_keys')
@Index('idempotency_keys_by_age', ['at'])
export class IdempotencyKeyEntity {
  @PrimaryColumn('int', { name: 'city_id' }) cityId: number;
  @PrimaryColumn('uuid', { name: 'person_id' }) personId: string;
  @PrimaryColumn('text') key: string;
  @Column('text', { name: 'request_hash' }) requestHash: string;
  @Column('uuid', { name: 'subject_id' }) subjectId: string;
  @Column('timestamptz', { default: () => 'now()' }) at: Date;
}
