import type { SwitchedOff } from '@linshao/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a person does not want to be told, and when nothing should ring. Without a row everything is told. */
@Entity('notification_preferences')
export class NotificationPreferenceEntity {
  @PrimaryColumn('int', { name: 'city_id' }) cityId: number;
  @PrimaryColumn('uuid', { name: 'person_id' }) personId: string;
  @Column('jsonb') off: SwitchedOff[];
  /** Wants to be rung at any hour; without it and without own hours the city's count. */
  @Column('boolean', { name: 'never_quiet', default: false }) neverQuiet: boolean;
  /** Minutes after midnight in Shanghai. */
  @Column('int', { name: 'quiet_from', nullable: true }) quietFrom: number | null;
  @Column('int', { name: 'quiet_to', nullable: true }) quietTo: number | null;
}
