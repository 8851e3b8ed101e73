import type { AreaPath, Rotation } from '@linshao/domain';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** An area that promises that somebody is always on duty. */
@Entity('duty_rosters')
@Index('duty_rosters_once', ['cityId', 'areaId'], { unique: true, where: 'ended_at IS NULL' })
@Index('duty_rosters_in_area', ['cityId', 'areaPath'])
export class DutyRosterEntity {
  @PrimaryColumn('int', { name: 'city_id' }) cityId: number;
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'area_id' }) areaId: string;
  @Column({ type: 'text', name: 'area_path', collation: 'C' }) areaPath: AreaPath;
  /** Under which those on duty are known in public: 富强新村社区值班员. */
  @Column('text') name: string;
  /** How people took turns when shifts were last planned; the next plan begins with it. */
  @Column('jsonb', { nullable: true }) rotation: Rotation | null;
  @Column('uuid', { name: 'created_by', nullable: true }) createdBy: string | null;
  @Column('timestamptz', { name: 'created_at', default: () => 'now()' }) createdAt: Date;
  @Column('timestamptz', { name: 'ended_at', nullable: true }) endedAt: Date | null;
}
