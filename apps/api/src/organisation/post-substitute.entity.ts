import { Check, Column, Entity, Exclusion, Index, PrimaryColumn } from 'typeorm';

/** Who stands in 代班 for the holder of a post while they are away. Ended ones stay: they are the history. */
@Entity('post_substitutes')
@Exclusion(
  'post_substitutes_once',
  'USING gist (city_id WITH =, post_id WITH =, tstzrange(valid_from, valid_to) WITH &&)',
)
@Check('post_substitutes_period', 'valid_to IS NULL OR valid_to >= valid_from')
@Index('post_substitutes_of_person', ['cityId', 'personId'])
@Index('post_substitutes_by_own_post', ['cityId', 'substitutePostId'], { where: 'substitute_post_id IS NOT NULL' })
export class PostSubstituteEntity {
  @PrimaryColumn('int', { name: 'city_id' }) cityId: number;
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'post_id' }) postId: string;
  /** Who stands in. */
  @Column('uuid', { name: 'person_id' }) personId: string;
  /** The post that gives them the rights meanwhile; null: they hold the same office anyway. */
  @Column('uuid', { name: 'substitute_post_id', nullable: true }) substitutePostId: string | null;
  @Column('timestamptz', { name: 'valid_from' }) validFrom: Date;
  @Column('timestamptz', { name: 'valid_to', nullable: true }) validTo: Date | null;
  @Column('text') reason: string;
  @Column('uuid', { name: 'created_by', nullable: true }) createdBy: string | null;
  @Column('timestamptz', { name: 'created_at', default: () => 'now()' }) createdAt: Date;
  @Column('timestamptz', { name: 'ended_at', nullable: true }) endedAt: Date | null;
}
