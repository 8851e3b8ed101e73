import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';

/** A missed promise reached a rung of its ladder: once, whatever happens. Append-only. */
@Entity('escalations')
@Unique('escalations_once', ['cityId', 'deadlineId', 'rung'])
@Index('escalations_of_order', ['cityId', 'orderId'])
@Index('escalations_in_area', ['cityId', 'areaPath', 'id'])
export class EscalationEntity {
  @PrimaryColumn('int', { name: 'city_id' }) cityId: number;
  @PrimaryColumn('uuid') id: string;
  /** The promise that was missed. */
  @Column('uuid', { name: 'deadline_id' }) deadlineId: string;
  @Column('int') rung: number;
  @Column('text') kind: string;
  @Column('uuid', { name: 'order_id' }) orderId: string;
  @Column('text') role: string;
  /** Where the office was found: the order's own area, or one above it. */
  @Column({ type: 'text', name: 'area_path', collation: 'C' }) areaPath: string;
  @Column('uuid', { name: 'holder_ids', array: true }) holderIds: string[];
  /** Nobody held the office anywhere it should have been held. */
  @Column('boolean') vacant: boolean;
  @Column('timestamptz') at: Date;
}
