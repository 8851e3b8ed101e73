import type { GapLevel } from '@linshao/domain';
import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/** An alarm about a gap in a roster; the key makes it one for each gap and level, however many workers look. */
@Entity('duty_gap_alarms')
@Check('duty_gap_alarms_level', `level IN ('week', 'day', 'hour')`)
export class DutyGapAlarmEntity {
  @PrimaryColumn('int', { name: 'city_id' }) cityId: number;
  @PrimaryColumn('uuid', { name: 'roster_id' }) rosterId: string;
  @PrimaryColumn('timestamptz', { name: 'gap_from' }) gapFrom: Date;
  @PrimaryColumn('text') level: GapLevel;
  @Column('timestamptz', { name: 'gap_to' }) gapTo: Date;
  @Column('timestamptz', { default: () => 'now()' }) at: Date;
}
