import type { AreaLevel, AreaPath } from '@linshao/domain';
import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

/** A node of the area tree 区域, from the city down to the micro-grid. */
@Entity('areas')
@Unique('areas_path', ['cityId', 'path'])
@ForeignKey(() => AreaEntity, ['cityId', 'parentId'], ['cityId', 'id'], { name: 'areas_parent' })
@Index('areas_official_code', { synchronize: false })
@Index('areas_own_code', { synchronize: false })
@Index('areas_below', ['cityId', 'parentId', 'code'])
@Index('areas_ground', { synchronize: false })
export class AreaEntity {
  @PrimaryColumn('int', { name: 'city_id' }) cityId: number;
  @PrimaryColumn('uuid') id: string;
  /** Official down to the community (320402003012), the community's own below it (G01, G01-E02). */
  @Column({ type: 'text', collation: 'C' }) code: string;
  @Column('text') name: string;
  @Column('text') level: AreaLevel;
  @Column('uuid', { name: 'parent_id', nullable: true }) parentId: string | null;
  /** Codes from the city down, joined by `/`: a subtree is one range of it. */
  @Column({ type: 'text', collation: 'C' }) path: AreaPath;
  /** GCJ-02, (lng,lat) corners as PostgreSQL writes them; see polygon-column.ts. */
  @Column('polygon', { nullable: true }) polygon: string | null;
  @Column('int', { nullable: true }) households: number | null;
  /** Where the row comes from: the official list with its date, an import, or a person's hand. */
  @Column('text') source: string;
  @Column('int', { default: 1 }) version: number;
  @Column('timestamptz', { name: 'created_at', default: () => 'now()' }) createdAt: Date;
  @Column('timestamptz', { name: 'updated_at', default: () => 'now()' }) updatedAt: Date;
}
