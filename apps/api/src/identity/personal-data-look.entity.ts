import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** Somebody saw a person's data unmasked: who, in which post, which fields, what for (PIPL art. 51, 54). */
@Entity('personal_data_looks')
@Index('personal_data_looks_at', ['cityId', 'personId', 'id'])
export class PersonalDataLookEntity {
  @PrimaryColumn('int', { name: 'city_id' }) cityId: number;
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'person_id' }) personId: string;
  @Column('uuid', { name: 'looked_by' }) lookedBy: string;
  @Column('uuid', { name: 'post_id', nullable: true }) postId: string | null;
  @Column('text', { array: true }) fields: string[];
  @Column('text') purpose: string;
  @Column('timestamptz', { default: () => 'now()' }) at: Date;
}
