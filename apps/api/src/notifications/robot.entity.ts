import type { RobotPurpose, Role } from '@linshao/domain';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** How a post is called in the group: the WeCom user id of whoever holds it. */
export interface Mention {
  readonly role: Role;
  readonly userId: string;
}

/** A WeCom group's robot 群机器人 that speaks for an area. */
@Entity('robots')
@Index('robots_in_area', ['cityId', 'areaPath'], { where: 'removed_at IS NULL' })
export class RobotEntity {
  @PrimaryColumn('int', { name: 'city_id' }) cityId: number;
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'area_id' }) areaId: string;
  @Column({ type: 'text', name: 'area_path', collation: 'C' }) areaPath: string;
  @Column('text') name: string;
  /** Whoever has the key can speak in the group. */
  @Column('text', { name: 'key_sealed' }) keySealed: string;
  @Column('text', { array: true }) purposes: RobotPurpose[];
  @Column('jsonb') mentions: Mention[];
  /** Moments of the last minute's messages: the limit of all processes together. */
  @Column('timestamptz', { name: 'sent_at', array: true, default: '{}' }) sentAt: Date[];
  @Column('uuid', { name: 'created_by' }) createdBy: string;
  @Column('timestamptz', { name: 'created_at', default: () => 'now()' }) createdAt: Date;
  @Column('timestamptz', { name: 'removed_at', nullable: true }) removedAt: Date | null;
}
