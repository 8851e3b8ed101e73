import type { OrderEventType, OrderState } from '@linshao/domain';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { PublicationEntity } from './publication.entity.js';

export const MODERATIONS = ['pending', 'passed', 'refused'] as const;
export type Moderation = (typeof MODERATIONS)[number];

/** Why: WeChat's word, nobody could check it, or a person took it upon themselves. */
export type Verdict = 'pass' | 'review' | 'risky' | 'unchecked' | 'overruled';

/** A public step of an order in redacted words, each shown once it passed moderation. The first one holds title and description. */
@Entity('publication_steps')
@Check('publication_steps_moderation', `moderation IN ('pending', 'passed', 'refused')`)
@Check('publication_steps_waiting', `(moderation = 'pending') = (check_at IS NOT NULL)`)
@ForeignKey(() => PublicationEntity, ['cityId', 'orderId'], ['cityId', 'orderId'], {
  name: 'publication_steps_of',
  onDelete: 'CASCADE',
})
@Index('publication_steps_due', ['checkAt'], { where: 'check_at IS NOT NULL' })
@Index('publication_steps_unpassed', ['cityId', 'moderation', 'orderId'], { where: `moderation <> 'passed'` })
export class PublicationStepEntity {
  @PrimaryColumn('int', { name: 'city_id' }) cityId: number;
  @PrimaryColumn('uuid', { name: 'order_id' }) orderId: string;
  /** The event's id; of the first step the order's own. */
  @PrimaryColumn('uuid') id: string;
  @Column('text') type: OrderEventType;
  @Column('text', { name: 'to_state' }) toState: OrderState;
  @Column('timestamptz') at: Date;
  /** 居民, 匿名居民, 系统, or a post with a masked name. */
  @Column('text') actor: string;
  @Column('boolean', { name: 'by_resident' }) byResident: boolean;
  @Column('text', { nullable: true }) title: string | null;
  @Column('text', { nullable: true }) words: string | null;
  /** Where these words come from: the event or decision that last set them. A verdict counts for its revision only. */
  @Column('uuid') revision: string;
  @Column('text') moderation: Moderation;
  @Column('text', { nullable: true }) verdict: Verdict | null;
  /** WeChat's category of what it found. */
  @Column('int', { nullable: true }) label: number | null;
  @Column('int', { default: 0 }) attempts: number;
  /** When WeChat is asked next; null once decided. */
  @Column('timestamptz', { name: 'check_at', nullable: true }) checkAt: Date | null;
}
