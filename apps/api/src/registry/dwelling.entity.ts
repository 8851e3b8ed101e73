import type { AreaPath } from '@linshao/domain';
import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

/** A room somebody can live in: 3幢2单元 › 501. */
@Entity('dwellings')
@Unique('dwellings_room', ['cityId', 'areaId', 'room'])
@ForeignKey('areas', ['cityId', 'areaId'], ['cityId', 'id'], { name: 'dwellings_area' })
@Index('dwellings_in_order', ['cityId', 'areaPath', 'room', 'id'])
export class DwellingEntity {
  @PrimaryColumn('int', { name: 'city_id' }) cityId: number;
  @PrimaryColumn('uuid') id: string;
  /** The building or unit it lies in. */
  @Column('uuid', { name: 'area_id' }) areaId: string;
  /** Path of that area; a moved area rewrites it. */
  @Column({ type: 'text', name: 'area_path', collation: 'C' }) areaPath: AreaPath;
  @Column({ type: 'text', collation: 'C' }) room: string;
  /** Null: a data load. */
  @Column('uuid', { name: 'created_by', nullable: true }) createdBy: string | null;
  @Column('timestamptz', { name: 'created_at', default: () => 'now()' }) createdAt: Date;
}
