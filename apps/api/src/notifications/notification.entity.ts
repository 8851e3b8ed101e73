import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';

/** One message to one person by one channel. */
@Entity('notifications')
@Unique('notifications_once', ['cityId', 'personId', 'eventId', 'channel'])
@Index('notifications_of_order', ['cityId', 'orderId', 'id'], { where: 'order_id IS NOT NULL' })
@Index('notifications_unread', ['cityId', 'personId', 'id'], { where: 'read_at IS NULL' })
export class NotificationEntity {
  @PrimaryColumn('int', { name: 'city_id' }) cityId: number;
  @PrimaryColumn('uuid', { name: 'person_id' }) personId: string;
  /** UUIDv7 of the moment the news happened, not of when it was told: lists are in the order of events. */
  @PrimaryColumn('uuid') id: string;
  /** The order it is about; null for what is about none. */
  @Column('uuid', { name: 'order_id', nullable: true }) orderId: string | null;
  /** What to open: `order`, `supervision_order`, `matter`, `duty`, `residency` … */
  @Column('text', { name: 'subject_type', default: 'order' }) subjectType: string;
  @Column('uuid', { name: 'subject_id' }) subjectId: string;
  /** The step or other news it tells of. */
  @Column('uuid', { name: 'event_id' }) eventId: string;
  @Column('text') channel: string;
  /** As what they were told: how they stood to it then. */
  @Column('text', { nullable: true }) relation: string | null;
  @Column('text') template: string;
  /** As it was told; a changed template does not rewrite the past. */
  @Column('text') text: string;
  @Column('timestamptz', { name: 'created_at' }) createdAt: Date;
  @Column('timestamptz', { name: 'read_at', nullable: true }) readAt: Date | null;
}
