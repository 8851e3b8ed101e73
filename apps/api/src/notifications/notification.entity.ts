import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';

/** One message to one person by one channel. */
@Entity('notifications')
@Unique('notifications_once', ['cityId', 'personId', 'eventId', 'channel'])
@Index('notifications_unread', ['cityId', 'personId', 'id'], { where: 'read_at IS NULL' })
export class NotificationEntity {
  @PrimaryColumn('int', { name: 'city_id' }) cityId: number;
  @PrimaryColumn('uuid', { name: 'person_id' }) personId: string;
  /** UUIDv7 of the moment the news happened, not of when it was told: lists are in the order of events. */
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'order_id' }) orderId: string;
  /** The step it tells of. */
  @Column('uuid', { name: 'event_id' }) eventId: string;
  @Column('text') channel: string;
  @Column('text') template: string;
  /** As it was told; a changed template does not rewrite the past. */
  @Column('text') text: string;
  @Column('timestamptz', { name: 'created_at' }) createdAt: Date;
  @Column('timestamptz', { name: 'read_at', nullable: true }) readAt: Date | null;
}
