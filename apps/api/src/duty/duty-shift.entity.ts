import { Check, Column, Entity, Exclusion, Index, PrimaryColumn } from 'typeorm';

/** Who answers for a roster's area from when to when. */
@Entity('duty_shifts')
@Exclusion('duty_shifts_once', 'USING gist (city_id WITH =, roster_id WITH =, tstzrange(starts_at, ends_at) WITH &&)')
@Exclusion('duty_shifts_person', 'USING gist (city_id WITH =, person_id WITH =, tstzrange(starts_at, ends_at) WITH &&)')
@Check('duty_shifts_period', 'ends_at > starts_at')
@Index('duty_shifts_in_order', ['cityId', 'rosterId', 'startsAt', 'id'])
export class DutyShiftEntity {
  @PrimaryColumn('int', { name: 'city_id' }) cityId: number;
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'roster_id' }) rosterId: string;
  @Column('uuid', { name: 'person_id' }) personId: string;
  /** 早班, 中班, 夜班. */
  @Column('text', { nullable: true }) name: string | null;
  @Column('timestamptz', { name: 'starts_at' }) startsAt: Date;
  @Column('timestamptz', { name: 'ends_at' }) endsAt: Date;
  /** The post that gives the rights for the shift; null: they hold a standing one. */
  @Column('uuid', { name: 'post_id', nullable: true }) postId: string | null;
  /** Whose shift it was, when somebody stands in. */
  @Column('uuid', { name: 'stand_in_for', nullable: true }) standInFor: string | null;
  @Column('uuid', { name: 'created_by', nullable: true }) createdBy: string | null;
  @Column('timestamptz', { name: 'created_at', default: () => 'now()' }) createdAt: Date;
}
