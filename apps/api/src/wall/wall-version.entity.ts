import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The number of the newest change on a community's wall; higher than all before it, wherever they were. */
@Entity('wall_versions')
export class WallVersionEntity {
  @PrimaryColumn('int', { name: 'city_id' }) cityId: number;
  @PrimaryColumn({ type: 'text', name: 'area_path', collation: 'C' }) areaPath: string;
  @Column('bigint') version: string;
}
