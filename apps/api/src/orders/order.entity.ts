import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** One order; the rules' view of it is `Order` of the domain, see order-row.ts. */
@Entity('orders')
@Index('orders_number', ['cityId', 'number'], { unique: true })
@Index('orders_by_community', ['cityId', 'communityCode', 'id'])
@Index('orders_by_community_state', ['cityId', 'communityCode', 'state', 'id'])
@Index('orders_by_subdistrict', ['cityId', 'subdistrictCode', 'id'])
@Index('orders_by_subdistrict_state', ['cityId', 'subdistrictCode', 'state', 'id'])
@Index('orders_by_reporter', ['cityId', 'reporterId', 'id'])
@Index('orders_by_creator', ['cityId', 'createdById', 'id'], { where: 'created_by_id <> reporter_id' })
@Index('orders_by_assignee', ['cityId', 'assigneeId', 'id'], { where: 'assignee_id IS NOT NULL' })
@Index('orders_by_addressee', ['cityId', 'assignmentId', 'id'], { where: 'assignment_id IS NOT NULL' })
@Index('orders_by_parent', ['cityId', 'parentId'], { where: 'parent_id IS NOT NULL' })
@Index('orders_due', ['cityId', 'dueAt'], { where: 'due_at IS NOT NULL' })
@Index('orders_lit', ['cityId', 'areaPath'], { where: `kind = 'wish' AND solved AND NOT confidential` })
@Index('orders_words', { synchronize: false })
export class OrderEntity {
  @PrimaryColumn('int', { name: 'city_id' }) cityId: number;
  @PrimaryColumn('uuid') id: string;
  @Column('text') number: string;
  @Column('text') kind: string;
  @Column('text') category: string;
  @Column('text') state: string;
  @Column('int') version: number;
  @Column('text') title: string;
  @Column('text') description: string;
  @Column('text', { nullable: true }) address: string | null;
  /** GCJ-02, as WeChat gives it. */
  @Column('float8', { nullable: true }) lng: number | null;
  @Column('float8', { nullable: true }) lat: number | null;
  @Column('uuid', { name: 'photo_ids', array: true, default: '{}' }) photoIds: string[];
  @Column({ type: 'text', name: 'area_path', collation: 'C' }) areaPath: string;
  /** 12-digit code of the community in `area_path`, for lists. */
  @Column('text', { name: 'community_code', nullable: true }) communityCode: string | null;
  @Column('text', { name: 'subdistrict_code', nullable: true }) subdistrictCode: string | null;
  @Column('uuid', { name: 'reporter_id' }) reporterId: string;
  @Column('uuid', { name: 'created_by_id' }) createdById: string;
  @Column('boolean') anonymous: boolean;
  @Column('boolean') confidential: boolean;
  @Column('text', { default: 'normal' }) urgency: string;
  @Column('text', { name: 'assignment_type', nullable: true }) assignmentType: string | null;
  @Column('uuid', { name: 'assignment_id', nullable: true }) assignmentId: string | null;
  @Column('uuid', { name: 'assignee_id', nullable: true }) assigneeId: string | null;
  @Column('text', { name: 'state_before', nullable: true }) stateBefore: string | null;
  @Column('uuid', { name: 'parent_id', nullable: true }) parentId: string | null;
  @Column('int', { name: 'open_children', default: 0 }) openChildren: number;
  @Column('uuid', { name: 'merged_into', nullable: true }) mergedInto: string | null;
  @Column('timestamptz', { name: 'submitted_at' }) submittedAt: Date;
  @Column('timestamptz', { name: 'replied_at', nullable: true }) repliedAt: Date | null;
  @Column('timestamptz', { name: 'accepted_at', nullable: true }) acceptedAt: Date | null;
  @Column('timestamptz', { name: 'rejected_at', nullable: true }) rejectedAt: Date | null;
  @Column('timestamptz', { name: 'appealed_at', nullable: true }) appealedAt: Date | null;
  @Column('timestamptz', { name: 'done_at', nullable: true }) doneAt: Date | null;
  @Column('timestamptz', { name: 'published_at', nullable: true }) publishedAt: Date | null;
  @Column('timestamptz', { name: 'rated_at', nullable: true }) ratedAt: Date | null;
  @Column('timestamptz', { name: 'closed_at', nullable: true }) closedAt: Date | null;
  @Column('boolean', { nullable: true }) solved: boolean | null;
  @Column('int', { nullable: true }) stars: number | null;
  @Column('boolean', { default: false }) reviewed: boolean;
  @Column('timestamptz', { name: 'last_urged_at', nullable: true }) lastUrgedAt: Date | null;
  @Column('int', { name: 'urge_count', default: 0 }) urgeCount: number;
  @Column('int', { name: 'reopen_count', default: 0 }) reopenCount: number;
  /** Its nearest promise that is still owed, also one missed already; null when none is. Kept by the deadlines. */
  @Column('timestamptz', { name: 'due_at', nullable: true }) dueAt: Date | null;
}
