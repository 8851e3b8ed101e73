import type { MatterState } from '@linshao/domain';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** One step of a matter's history; rows are only ever added. */
@Entity('matter_events')
@Index('matter_events_of_matter', ['cityId', 'matterId', 'id'])
export class MatterEventEntity {
  @PrimaryColumn('int', { name: 'city_id' }) cityId: number;
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'matter_id' }) matterId: string;
  @Column('int') version: number;
  /** submit, an action of a person, or `missed`. */
  @Column('text') action: string;
  @Column('text', { name: 'from_state', nullable: true }) fromState: MatterState | null;
  @Column('text', { name: 'to_state' }) toState: MatterState;
  @Column('int', { name: 'from_step', nullable: true }) fromStep: number | null;
  @Column('int', { name: 'to_step' }) toStep: number;
  @Column('text', { nullable: true }) words: string | null;
  @Column('uuid', { name: 'actor_id', nullable: true }) actorId: string | null;
  @Column('uuid', { name: 'post_id', nullable: true }) postId: string | null;
  @Column('text', { name: 'post_name', nullable: true }) postName: string | null;
  /** The clock that began with it. */
  @Column('uuid', { name: 'deadline_id', nullable: true }) deadlineId: string | null;
  @Column('timestamptz') at: Date;
}
