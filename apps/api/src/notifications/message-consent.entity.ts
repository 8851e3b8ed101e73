import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';

/** One tap on 允许: good for one subscription message of one template. Spent with the delivery's id, void when revoked. */
@Entity('message_consents')
@Unique('message_consents_once', ['cityId', 'personId', 'requestId', 'template'])
@Index('message_consents_open', ['cityId', 'personId', 'template', 'id'], {
  where: 'delivery_id IS NULL AND voided_at IS NULL',
})
@Index('message_consents_spent', ['cityId', 'deliveryId'], { where: 'delivery_id IS NOT NULL' })
export class MessageConsentEntity {
  @PrimaryColumn('int', { name: 'city_id' }) cityId: number;
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'person_id' }) personId: string;
  @Column('text') template: string;
  /** The client's own id of the tap: sent again it counts once. */
  @Column('uuid', { name: 'request_id' }) requestId: string;
  @Column('timestamptz', { name: 'granted_at', default: () => 'now()' }) grantedAt: Date;
  @Column('uuid', { name: 'delivery_id', nullable: true }) deliveryId: string | null;
  @Column('timestamptz', { name: 'voided_at', nullable: true }) voidedAt: Date | null;
}
