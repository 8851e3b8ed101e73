import type { UnitKind } from '@linshao/domain';
import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { AreaEntity } from './area.entity.js';

/** A unit 单位: department, employer, property company, shop, social organisation … */
@Entity('units')
@Unique('units_code', ['cityId', 'code'])
@ForeignKey(() => AreaEntity, ['cityId', 'areaId'], ['cityId', 'id'], { name: 'units_area' })
@Index('units_in_area', ['cityId', 'areaId'])
export class UnitEntity {
  @PrimaryColumn('int', { name: 'city_id' }) cityId: number;
  @PrimaryColumn('uuid') id: string;
  @Column({ type: 'text', collation: 'C' }) code: string;
  @Column('text') name: string;
  @Column('text') kind: UnitKind;
  /** The area it answers for. */
  @Column('uuid', { name: 'area_id' }) areaId: string;
  @Column('text', { nullable: true }) address: string | null;
  @Column('int', { default: 1 }) version: number;
  @Column('timestamptz', { name: 'created_at', default: () => 'now()' }) createdAt: Date;
  @Column('timestamptz', { name: 'updated_at', default: () => 'now()' }) updatedAt: Date;
}
