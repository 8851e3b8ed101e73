import type { TimeLimit } from '@linshao/domain';
import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A promise with a clock; the rules' view of it is `Deadline` of the domain, see deadline-row.ts. */
@Entity('deadlines')
@Check('deadlines_state', `state IN ('running', 'paused', 'met', 'missed', 'cancelled')`)
@Check('deadlines_awake', `(state = 'running') = (wake_at IS NOT NULL)`)
@Check('deadlines_standing', `(state = 'paused') = (paused_at IS NOT NULL)`)
@Index('deadlines_waking', ['cityId', 'wakeAt'], { where: 'wake_at IS NOT NULL' })
@Index('deadlines_of_order', ['cityId', 'orderId'], { where: 'order_id IS NOT NULL' })
@Index('deadlines_of_subject', ['cityId', 'subjectId'], { where: `subject_type <> 'order'` })
@Index('deadlines_rung_once', ['cityId', 'rootId', 'kind', 'rung'], { unique: true, where: 'root_id IS NOT NULL' })
@Index('deadlines_unanswered', ['cityId', 'areaPath', 'dueAt'], { where: `kind = 'reply' AND settled_at IS NULL` })
@Index('deadlines_provisional', ['cityId', 'id'], { where: 'provisional AND ended_at IS NULL' })
export class DeadlineEntity {
  @PrimaryColumn('int', { name: 'city_id' }) cityId: number;
  @PrimaryColumn('uuid') id: string;
  @Column('text', { name: 'subject_type' }) subjectType: string;
  @Column('uuid', { name: 'subject_id' }) subjectId: string;
  /** The order it is about, also when a supervision order or an objection stands between. */
  @Column('uuid', { name: 'order_id', nullable: true }) orderId: string | null;
  @Column('text') kind: string;
  /** Of a rung: the promise it climbed for. */
  @Column('text', { name: 'of_kind', nullable: true }) ofKind: string | null;
  @Column('int', { default: 0 }) rung: number;
  /** The missed promise a rung or an answer belongs to. */
  @Column('uuid', { name: 'root_id', nullable: true }) rootId: string | null;
  @Column({ type: 'text', name: 'area_path', collation: 'C' }) areaPath: string;
  @Column('text', { nullable: true }) category: string | null;
  /** The playbook it was promised under; a later one never moves it by itself. */
  @Column('uuid', { name: 'playbook_id', nullable: true }) playbookId: string | null;
  @Column('text') state: string;
  @Column('jsonb', { name: 'time_limit' }) timeLimit: TimeLimit;
  @Column('timestamptz', { name: 'started_at' }) startedAt: Date;
  /** Whole seconds. */
  @Column('timestamptz', { name: 'due_at' }) dueAt: Date;
  @Column('timestamptz', { name: 'paused_at', nullable: true }) pausedAt: Date | null;
  @Column('jsonb', { default: [] }) adjustments: object[];
  @Column('boolean') provisional: boolean;
  @Column('text') why: string;
  /** DEMO_TIME_SCALE it was promised under. */
  @Column('real', { default: 1 }) scale: number;
  @Column('float8', { array: true, default: '{}' }) reminders: number[];
  @Column('int', { default: 0 }) reminded: number;
  /** When it must be looked at next: its next reminder or its end. */
  @Column('timestamptz', { name: 'wake_at', nullable: true }) wakeAt: Date | null;
  @Column('timestamptz', { name: 'ended_at', nullable: true }) endedAt: Date | null;
  /** When the act came, perhaps late. */
  @Column('timestamptz', { name: 'fulfilled_at', nullable: true }) fulfilledAt: Date | null;
  /** From when on nothing is owed any more. */
  @Column('timestamptz', { name: 'settled_at', nullable: true }) settledAt: Date | null;
  @Column('uuid', { name: 'holder_ids', array: true, default: '{}' }) holderIds: string[];
  @Column('int', { default: 1 }) version: number;
}
