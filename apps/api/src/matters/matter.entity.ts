import type { MatterState, TemplateStep } from '@linshao/domain';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A livelihood matter 民生事项 under way; the rules' view of it is `Matter` of the domain, see matter-row.ts. */
@Entity('matters')
@Index('matters_number', ['cityId', 'number'], { unique: true })
@Index('matters_by_area', ['cityId', 'areaPath', 'id'])
@Index('matters_open', ['cityId', 'areaPath'], { where: `state IN ('running', 'suspended')` })
@Index('matters_by_applicant', ['cityId', 'applicantId', 'id'], { where: 'applicant_id IS NOT NULL' })
@Index('matters_by_creator', ['cityId', 'createdById', 'id'])
@Index('matters_of_deadline', ['cityId', 'deadlineId'])
export class MatterEntity {
  @PrimaryColumn('int', { name: 'city_id' }) cityId: number;
  @PrimaryColumn('uuid') id: string;
  /** MSyyMMdd-nnnnnn; shown to everybody on the wall. */
  @Column('text') number: string;
  @Column('text') template: string;
  @Column('text', { name: 'template_name' }) templateName: string;
  @Column('text', { array: true, default: '{}' }) documents: string[];
  /** The template's steps as they were when it began. */
  @Column('jsonb') steps: TemplateStep[];
  /** A worker's words; may name people, so never public. */
  @Column('text', { nullable: true }) title: string | null;
  @Column({ type: 'text', name: 'area_path', collation: 'C' }) areaPath: string;
  @Column('uuid', { name: 'applicant_id', nullable: true }) applicantId: string | null;
  @Column('uuid', { name: 'created_by_id' }) createdById: string;
  @Column('text') state: MatterState;
  @Column('int') step: number;
  @Column('int') version: number;
  /** The clock of the step it stands at, or ended at. */
  @Column('uuid', { name: 'deadline_id' }) deadlineId: string;
  @Column('timestamptz', { name: 'started_at' }) startedAt: Date;
  @Column('timestamptz', { name: 'step_started_at' }) stepStartedAt: Date;
  /** When the step it stands at ran out of time. */
  @Column('timestamptz', { name: 'missed_at', nullable: true }) missedAt: Date | null;
  @Column('timestamptz', { name: 'ended_at', nullable: true }) endedAt: Date | null;
}
