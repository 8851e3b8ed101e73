import type { PartyLevel } from '@linshao/domain';
import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { AreaEntity } from './area.entity.js';

/** A node of the party-organisation tree 党组织; each is tied to the area it works in. */
@Entity('party_organisations')
@Unique('party_organisations_code', ['cityId', 'code'])
@Unique('party_organisations_path', ['cityId', 'path'])
@ForeignKey(() => PartyOrganisationEntity, ['cityId', 'parentId'], ['cityId', 'id'], {
  name: 'party_organisations_parent',
})
@ForeignKey(() => AreaEntity, ['cityId', 'areaId'], ['cityId', 'id'], { name: 'party_organisations_area' })
@Index('party_organisations_below', ['cityId', 'parentId', 'code'])
@Index('party_organisations_in_area', ['cityId', 'areaId'])
export class PartyOrganisationEntity {
  @PrimaryColumn('int', { name: 'city_id' }) cityId: number;
  @PrimaryColumn('uuid') id: string;
  @Column({ type: 'text', collation: 'C' }) code: string;
  @Column('text') name: string;
  @Column('text') level: PartyLevel;
  @Column('uuid', { name: 'parent_id', nullable: true }) parentId: string | null;
  @Column('uuid', { name: 'area_id' }) areaId: string;
  /** Codes from the topmost organisation down, joined by `/`. */
  @Column({ type: 'text', collation: 'C' }) path: string;
  @Column('int', { default: 1 }) version: number;
  @Column('timestamptz', { name: 'created_at', default: () => 'now()' }) createdAt: Date;
  @Column('timestamptz', { name: 'updated_at', default: () => 'now()' }) updatedAt: Date;
}
