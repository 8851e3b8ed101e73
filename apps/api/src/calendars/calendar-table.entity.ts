import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The official holiday table a city's deadlines were last planned by. */
@Entity('calendar_tables')
export class CalendarTableEntity {
  @PrimaryColumn('int', { name: 'city_id' }) cityId: number;
  @Column('text', { name: 'table_version' }) tableVersion: string;
  @Column('timestamptz', { name: 'seen_at', default: () => 'now()' }) seenAt: Date;
}
