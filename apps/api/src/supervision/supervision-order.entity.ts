import type { AreaPath } from '@linshao/domain';
import { Check, Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';

/** A supervision order 督办单: a community is asked why a promise was not kept, until it has answered. */
@Entity('supervision_orders')
@Unique('supervision_orders_number', ['cityId', 'number'])
@Unique('supervision_orders_once', ['cityId', 'deadlineId', 'rung'])
@Check('supervision_orders_state', `state IN ('open', 'answered', 'closed', 'void')`)
@Check('supervision_orders_cause', '(deadline_id IS NULL) = (rung IS NULL)')
@Index('supervision_orders_by_hand', ['cityId', 'orderId'], {
  unique: true,
  where: `deadline_id IS NULL AND state = 'open'`,
})
@Index('supervision_orders_of_order', ['cityId', 'orderId', 'id'])
@Index('supervision_orders_in_area', ['cityId', 'areaPath', 'state', 'id'])
@Index('supervision_orders_issued', ['cityId', 'issuedAreaPath'])
@Index('supervision_orders_open', ['cityId', 'id'], { where: `state = 'open'` })
export class SupervisionOrderEntity {
  @PrimaryColumn('int', { name: 'city_id' }) cityId: number;
  @PrimaryColumn('uuid') id: string;
  /** As read out on the phone: `DByyMMdd-nnnn`. */
  @Column('text') number: string;
  @Column('uuid', { name: 'order_id' }) orderId: string;
  /** The missed promise and the rung it climbed to; null: opened by hand. */
  @Column('uuid', { name: 'deadline_id', nullable: true }) deadlineId: string | null;
  @Column('int', { nullable: true }) rung: number | null;
  @Column('text', { name: 'missed_kind', nullable: true }) missedKind: string | null;
  /** The community that must answer. */
  @Column({ type: 'text', name: 'area_path', collation: 'C' }) areaPath: AreaPath;
  /** Who held its desk when it was asked. */
  @Column('uuid', { name: 'holder_ids', array: true }) holderIds: string[];
  @Column('text', { name: 'issued_role' }) issuedRole: string;
  /** Where the office that asks is held. */
  @Column({ type: 'text', name: 'issued_area_path', collation: 'C' }) issuedAreaPath: AreaPath;
  @Column('uuid', { name: 'issuer_ids', array: true }) issuerIds: string[];
  /** Null: the ladder opened it. */
  @Column('uuid', { name: 'opened_by', nullable: true }) openedBy: string | null;
  @Column('text', { default: 'open' }) state: string;
  /** How often an answer was asked for: one more each time it is sent back. */
  @Column('int', { default: 1 }) round: number;
  @Column('text', { nullable: true }) words: string | null;
  @Column('timestamptz', { name: 'opened_at' }) openedAt: Date;
  /** When this round's answer was missed. */
  @Column('timestamptz', { name: 'overdue_at', nullable: true }) overdueAt: Date | null;
  @Column('text', { name: 'answer_words', nullable: true }) answerWords: string | null;
  @Column('uuid', { name: 'answered_by', nullable: true }) answeredBy: string | null;
  @Column('text', { name: 'answered_post', nullable: true }) answeredPost: string | null;
  @Column('timestamptz', { name: 'answered_at', nullable: true }) answeredAt: Date | null;
  /** Why it was sent back, or what was said at closing; the last word of the office that asked. */
  @Column('text', { name: 'verdict_words', nullable: true }) verdictWords: string | null;
  @Column('uuid', { name: 'verdict_by', nullable: true }) verdictBy: string | null;
  @Column('text', { name: 'verdict_post', nullable: true }) verdictPost: string | null;
  @Column('timestamptz', { name: 'returned_at', nullable: true }) returnedAt: Date | null;
  @Column('timestamptz', { name: 'closed_at', nullable: true }) closedAt: Date | null;
  @Column('timestamptz', { name: 'voided_at', nullable: true }) voidedAt: Date | null;
}
