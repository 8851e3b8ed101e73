import type { AreaPath } from '@linshao/domain';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { DwellingEntity } from './dwelling.entity.js';
import type { Relation, ResidencyState } from './residency.js';

/** A person lives, or asks to be registered as living, in a dwelling. */
@Entity('residencies')
@Check('residencies_relation', `relation IN ('owner', 'tenant', 'family')`)
@Check('residencies_state', `state IN ('requested', 'confirmed', 'refused', 'ended')`)
@Check('residencies_place', 'dwelling_id IS NOT NULL OR address_sealed IS NOT NULL')
@ForeignKey('persons', ['cityId', 'personId'], ['cityId', 'id'], { name: 'residencies_person' })
@ForeignKey(() => DwellingEntity, ['cityId', 'dwellingId'], ['cityId', 'id'], { name: 'residencies_dwelling' })
@ForeignKey('areas', ['cityId', 'areaId'], ['cityId', 'id'], { name: 'residencies_area' })
@Index('residencies_open', ['cityId', 'personId', 'dwellingId'], {
  unique: true,
  where: `dwelling_id IS NOT NULL AND state IN ('requested', 'confirmed')`,
})
@Index('residencies_open_address', ['cityId', 'personId'], {
  unique: true,
  where: `dwelling_id IS NULL AND state = 'requested'`,
})
@Index('residencies_of_person', ['cityId', 'personId', 'id'])
@Index('residencies_of_dwelling', ['cityId', 'dwellingId'])
@Index('residencies_in_area', ['cityId', 'state', 'areaPath', 'id'])
export class ResidencyEntity {
  @PrimaryColumn('int', { name: 'city_id' }) cityId: number;
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'person_id' }) personId: string;
  /** Null while only an address was told and the community has not matched it with a dwelling. */
  @Column('uuid', { name: 'dwelling_id', nullable: true }) dwellingId: string | null;
  /** Area of the dwelling; of an address: the community or grid the person named. */
  @Column('uuid', { name: 'area_id' }) areaId: string;
  @Column({ type: 'text', name: 'area_path', collation: 'C' }) areaPath: AreaPath;
  @Column('text', { name: 'address_sealed', nullable: true }) addressSealed: string | null;
  @Column('text') relation: Relation;
  @Column('text') state: ResidencyState;
  /** Why it was refused. */
  @Column('text', { nullable: true }) reason: string | null;
  @Column('timestamptz', { name: 'requested_at', default: () => 'now()' }) requestedAt: Date;
  @Column('timestamptz', { name: 'decided_at', nullable: true }) decidedAt: Date | null;
  @Column('uuid', { name: 'decided_by', nullable: true }) decidedBy: string | null;
  @Column('timestamptz', { name: 'ended_at', nullable: true }) endedAt: Date | null;
}
