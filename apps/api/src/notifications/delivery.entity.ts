import { Check, Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';

export const DELIVERY_STATES = ['queued', 'sending', 'sent', 'failed', 'dead', 'unknown', 'merged', 'void'] as const;
/**
 * `failed` is tried again at `next_at`, `dead` no more; `unknown`: whoever sent it died before saying how it went;
 * `merged`: went out within a digest; `void`: there was nothing to send it with (no consent) or no need left (already read).
 */
export type DeliveryState = (typeof DELIVERY_STATES)[number];

/** One message to one person, or one group's robot, by one pushing channel. */
@Entity('deliveries')
@Unique('deliveries_once', ['cityId', 'recipientId', 'eventId', 'channel'])
@Check('deliveries_channel', `channel IN ('wechat', 'sms', 'wecom')`)
@Check('deliveries_state', `state IN ('queued', 'sending', 'sent', 'failed', 'dead', 'unknown', 'merged', 'void')`)
@Check('deliveries_waiting', `(state IN ('queued', 'failed')) = (next_at IS NOT NULL)`)
@Index('deliveries_due', ['urgent', 'nextAt'], { where: 'next_at IS NOT NULL' })
@Index('deliveries_under_way', ['claimedAt'], { where: `state = 'sending'` })
@Index('deliveries_of_recipient', ['cityId', 'recipientId', 'channel', 'sentAt'])
@Index('deliveries_in_state', ['cityId', 'state', 'id'])
@Index('deliveries_in_area', ['cityId', 'areaPath'])
@Index('deliveries_of_order', ['cityId', 'orderId', 'id'], { where: 'order_id IS NOT NULL' })
export class DeliveryEntity {
  @PrimaryColumn('int', { name: 'city_id' }) cityId: number;
  @PrimaryColumn('uuid') id: string;
  @Column('text') channel: string;
  /** A person, or a robot. */
  @Column('uuid', { name: 'recipient_id' }) recipientId: string;
  /** The news; of a digest its own id. */
  @Column('uuid', { name: 'event_id' }) eventId: string;
  @Column('text') template: string;
  /** As what they were told; null of a digest. */
  @Column('text', { nullable: true }) relation: string | null;
  /** As it was meant when it was told. No phone, no openid, no key: those are looked up when it is sent. */
  @Column('text') text: string;
  @Column('jsonb') facts: object;
  /** Goes out in quiet hours too. */
  @Column('boolean') urgent: boolean;
  @Column({ type: 'text', name: 'area_path', collation: 'C' }) areaPath: string;
  @Column('uuid', { name: 'order_id', nullable: true }) orderId: string | null;
  @Column('text', { default: 'queued' }) state: DeliveryState;
  @Column('int', { default: 0 }) attempts: number;
  @Column('timestamptz', { name: 'next_at', nullable: true }) nextAt: Date | null;
  @Column('timestamptz', { name: 'claimed_at', nullable: true }) claimedAt: Date | null;
  @Column('timestamptz', { name: 'sent_at', nullable: true }) sentAt: Date | null;
  @Column('text', { nullable: true }) error: string | null;
  @Column('uuid', { name: 'digest_id', nullable: true }) digestId: string | null;
  @Column('timestamptz', { name: 'created_at', default: () => 'now()' }) createdAt: Date;
}
