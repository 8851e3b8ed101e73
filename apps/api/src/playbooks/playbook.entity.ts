import type { Playbook } from '@linshao/domain';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A version of a place's way of working. A change is a new row; the newest one of an area is in force. */
@Entity('playbooks')
@Index('playbooks_of_area', ['cityId', 'areaPath', 'version'], { unique: true })
export class PlaybookEntity {
  @PrimaryColumn('int', { name: 'city_id' }) cityId: number;
  @PrimaryColumn('uuid') id: string;
  /** Where it applies: this area and everything below, unless something below has its own. */
  @Column({ type: 'text', name: 'area_path', collation: 'C' }) areaPath: string;
  @Column('int') version: number;
  @Column('jsonb') data: Playbook;
  @Column('timestamptz', { name: 'created_at', default: () => 'now()' }) createdAt: Date;
  @Column('uuid', { name: 'created_by', nullable: true }) createdBy: string | null;
  /** The place goes by what is above it again. The row stays: orders were promised by it. */
  @Column('timestamptz', { name: 'removed_at', nullable: true }) removedAt: Date | null;
}
