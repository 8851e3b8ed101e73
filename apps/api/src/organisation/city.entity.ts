import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** A province-level unit; reference data, the same in every cell. */
@Entity('provinces')
export class ProvinceEntity {
  /** GB/T 2260, six digits: 320000. */
  @PrimaryColumn('text') code: string;
  @Column('text') name: string;
}

@Entity('cities')
export class CityEntity {
  /** GB/T 2260 as a number: 320400. */
  @PrimaryColumn('int', { name: 'city_id' }) cityId: number;
  @Column('text') name: string;
  @Column('text', { name: 'province_code' })
  @ForeignKey(() => ProvinceEntity, 'code', { name: 'cities_province' })
  provinceCode: string;
}
