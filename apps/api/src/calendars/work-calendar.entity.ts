import type { WorkCalendar } from '@linshao/domain';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A version of a city's working calendar 工作日历. A change is a new row; the newest one is in force. */
@Entity('work_calendars')
@Index('work_calendars_of_city', ['cityId', 'version'], { unique: true })
export class WorkCalendarEntity {
  @PrimaryColumn('int', { name: 'city_id' }) cityId: number;
  @PrimaryColumn('uuid') id: string;
  @Column('int') version: number;
  @Column('jsonb') data: WorkCalendar;
  /** Why it was changed, in the administrator's words. */
  @Column('text') reason: string;
  @Column('uuid', { name: 'created_by', nullable: true }) createdBy: string | null;
  @Column('timestamptz', { name: 'created_at', default: () => 'now()' }) createdAt: Date;
}
