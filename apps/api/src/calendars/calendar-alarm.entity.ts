import { Column, Entity, PrimaryColumn } from 'typeorm';

/** An alarm about a year without days off: raised once a week until the year is entered. */
@Entity('calendar_alarms')
export class CalendarAlarmEntity {
  @PrimaryColumn('int', { name: 'city_id' }) cityId: number;
  @PrimaryColumn('int') year: number;
  /** Weeks since 1970, from Monday to Sunday in Shanghai. */
  @PrimaryColumn('int') week: number;
  @Column('timestamptz', { name: 'raised_at', default: () => 'now()' }) raisedAt: Date;
}
