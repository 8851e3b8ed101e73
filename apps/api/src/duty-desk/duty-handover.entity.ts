import type { AreaPath } from '@linshao/domain';
import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** An order nobody had answered yet when it was handed over. Moments inside JSON are text. */
export interface HandedOver {
  readonly orderId: string;
  readonly number: string;
  readonly dueAt: string;
  readonly missed: boolean;
}

/** What one shift leaves to the next: words, and the list of what was open at that moment. */
@Entity('duty_handovers')
@Check('duty_handovers_taken', '(taken_over_by IS NULL) = (taken_over_at IS NULL)')
@Index('duty_handovers_in_area', ['cityId', 'areaPath', 'id'])
@Index('duty_handovers_of_person', ['cityId', 'personId'])
export class DutyHandoverEntity {
  @PrimaryColumn('int', { name: 'city_id' }) cityId: number;
  @PrimaryColumn('uuid') id: string;
  @Column({ type: 'text', name: 'area_path', collation: 'C' }) areaPath: AreaPath;
  @Column('uuid', { name: 'person_id' }) personId: string;
  @Column('uuid', { name: 'post_id' }) postId: string;
  @Column('text', { name: 'post_name' }) postName: string;
  @Column('text') note: string;
  /** The most urgent ones first. */
  @Column('jsonb') open: HandedOver[];
  /** All of them, also those the list has no room for. */
  @Column('int', { name: 'open_count' }) openCount: number;
  @Column('timestamptz', { default: () => 'now()' }) at: Date;
  /** Who came next and has read it. */
  @Column('uuid', { name: 'taken_over_by', nullable: true }) takenOverBy: string | null;
  @Column('timestamptz', { name: 'taken_over_at', nullable: true }) takenOverAt: Date | null;
}
