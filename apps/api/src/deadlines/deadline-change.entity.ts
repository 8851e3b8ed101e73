import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A date that was moved by a person or by a new calendar; the old one stays here. Append-only. */
@Entity('deadline_changes')
@Check('deadline_changes_what', `what IN ('extended', 'replanned')`)
@Index('deadline_changes_of', ['cityId', 'deadlineId', 'id'])
export class DeadlineChangeEntity {
  @PrimaryColumn('int', { name: 'city_id' }) cityId: number;
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'deadline_id' }) deadlineId: string;
  @Column('text') what: string;
  @Column('timestamptz', { name: 'due_before' }) dueBefore: Date;
  @Column('timestamptz', { name: 'due_after' }) dueAfter: Date;
  @Column('text', { nullable: true }) reason: string | null;
  @Column('uuid', { name: 'actor_id', nullable: true }) actorId: string | null;
  @Column('uuid', { name: 'post_id', nullable: true }) postId: string | null;
  @Column('text', { name: 'post_name', nullable: true }) postName: string | null;
  @Column('timestamptz', { default: () => 'now()' }) at: Date;
}
