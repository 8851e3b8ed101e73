import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A human being known to this city. What they may do is never said here: posts say it. */
@Entity('persons')
@Index('persons_phone', ['cityId', 'phoneLookup'], { where: 'phone_lookup IS NOT NULL' })
@Index('persons_own_phone', ['cityId', 'phoneLookup'], { unique: true, where: 'phone_verified_at IS NOT NULL' })
@Index('persons_id_number', ['cityId', 'idNumberLookup'], { unique: true, where: 'id_number_lookup IS NOT NULL' })
export class PersonEntity {
  @PrimaryColumn('int', { name: 'city_id' }) cityId: number;
  @PrimaryColumn('uuid') id: string;
  @Column('text') name: string;
  @Column('text', { name: 'phone_sealed', nullable: true }) phoneSealed: string | null;
  @Column('text', { name: 'phone_lookup', nullable: true }) phoneLookup: string | null;
  /** When WeChat vouched that the phone is theirs; until then it is what somebody typed. */
  @Column('timestamptz', { name: 'phone_verified_at', nullable: true }) phoneVerifiedAt: Date | null;
  @Column('text', { name: 'id_number_sealed', nullable: true }) idNumberSealed: string | null;
  @Column('text', { name: 'id_number_lookup', nullable: true }) idNumberLookup: string | null;
  /** Demo data: no such person exists. */
  @Column('boolean', { default: false }) invented: boolean;
  /** Who registered them; null for people who came by themselves. */
  @Column('uuid', { name: 'created_by', nullable: true }) createdBy: string | null;
  @Column('timestamptz', { name: 'created_at', default: () => 'now()' }) createdAt: Date;
  @Column('timestamptz', { name: 'disabled_at', nullable: true }) disabledAt: Date | null;
  /** Deleted at their own wish (PIPL art. 47): the row stays so that what refers to it still points somewhere. */
  @Column('timestamptz', { name: 'erased_at', nullable: true }) erasedAt: Date | null;
  @Column('int', { default: 1 }) version: number;
}

/** Where a person belongs: registered there by the community, or confirmed as a resident. Decides who may see them. */
@Entity('person_areas')
@Check('person_areas_reason', `reason IN ('registered', 'resident')`)
@ForeignKey(() => PersonEntity, ['cityId', 'personId'], ['cityId', 'id'], { name: 'person_areas_person' })
@ForeignKey('areas', ['cityId', 'areaId'], ['cityId', 'id'], { name: 'person_areas_area' })
@Index('person_areas_in_area', ['cityId', 'areaId', 'personId'])
export class PersonAreaEntity {
  @PrimaryColumn('int', { name: 'city_id' }) cityId: number;
  @PrimaryColumn('uuid', { name: 'person_id' }) personId: string;
  @PrimaryColumn('uuid', { name: 'area_id' }) areaId: string;
  @Column('text') reason: 'registered' | 'resident';
  @Column('timestamptz', { default: () => 'now()' }) since: Date;
}
