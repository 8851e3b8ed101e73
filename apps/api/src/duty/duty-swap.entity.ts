import type { SwapState } from '@linshao/domain';
import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** Somebody asks a colleague to take a shift, perhaps for one in return. */
@Entity('duty_swaps')
@Check('duty_swaps_state', `state IN ('asked', 'accepted', 'declined', 'withdrawn')`)
@Check('duty_swaps_answered', `(state = 'asked') = (answered_at IS NULL)`)
@Index('duty_swaps_open', ['cityId', 'shiftId'], { unique: true, where: `state = 'asked'` })
@Index('duty_swaps_by', ['cityId', 'askedBy', 'id'])
@Index('duty_swaps_of', ['cityId', 'askedOf', 'id'])
export class DutySwapEntity {
  @PrimaryColumn('int', { name: 'city_id' }) cityId: number;
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'shift_id' }) shiftId: string;
  @Column('uuid', { name: 'in_return_id', nullable: true }) inReturnId: string | null;
  @Column('uuid', { name: 'asked_by' }) askedBy: string;
  @Column('uuid', { name: 'asked_of' }) askedOf: string;
  @Column('text', { default: 'asked' }) state: SwapState;
  @Column('text', { nullable: true }) reason: string | null;
  @Column('timestamptz', { name: 'asked_at', default: () => 'now()' }) askedAt: Date;
  @Column('timestamptz', { name: 'answered_at', nullable: true }) answeredAt: Date | null;
}
