import type { AreaPath } from '@linshao/domain';
import { Check, Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';

/** A unit argues an order back (C7): once for each order, whatever becomes of it. */
@Entity('objections')
@Unique('objections_once', ['cityId', 'orderId', 'unitId'])
@Check('objections_state', `state IN ('raised', 'upheld', 'overruled', 'void')`)
@Check('objections_ruled', `(state IN ('upheld', 'overruled')) = (ruled_at IS NOT NULL)`)
@Index('objections_in_area', ['cityId', 'areaPath', 'state', 'id'])
@Index('objections_of_unit', ['cityId', 'unitId', 'id'])
export class ObjectionEntity {
  @PrimaryColumn('int', { name: 'city_id' }) cityId: number;
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'order_id' }) orderId: string;
  @Column('uuid', { name: 'unit_id' }) unitId: string;
  /** The order's area when it was raised: its supervisor rules. */
  @Column({ type: 'text', name: 'area_path', collation: 'C' }) areaPath: AreaPath;
  /** From the duty catalogue; its name as it was then. */
  @Column('text', { name: 'reason_code' }) reasonCode: string;
  @Column('text', { name: 'reason_name' }) reasonName: string;
  @Column('text') words: string;
  @Column('text', { default: 'raised' }) state: string;
  @Column('uuid', { name: 'raised_by' }) raisedBy: string;
  @Column('text', { name: 'raised_post' }) raisedPost: string;
  @Column('timestamptz', { name: 'raised_at' }) raisedAt: Date;
  /** Who held the supervisor's office when it was raised. */
  @Column('uuid', { name: 'ruler_ids', array: true }) rulerIds: string[];
  @Column('uuid', { name: 'ruled_by', nullable: true }) ruledBy: string | null;
  @Column('text', { name: 'ruled_post', nullable: true }) ruledPost: string | null;
  @Column('timestamptz', { name: 'ruled_at', nullable: true }) ruledAt: Date | null;
  @Column('text', { name: 'ruling_words', nullable: true }) rulingWords: string | null;
  @Column('timestamptz', { name: 'voided_at', nullable: true }) voidedAt: Date | null;
}
