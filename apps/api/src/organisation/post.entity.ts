import type { AreaPath, PostScope, Role } from '@linshao/domain';
import { Check, Column, Entity, Exclusion, Index, PrimaryColumn } from 'typeorm';

const SAME_POST = 'city_id WITH =, person_id WITH =, role WITH =, scope_type WITH =, scope_id WITH =';

/** A person's post: a role in an area, unit or party organisation for a period. Ended posts stay: they are the history. */
@Entity('posts')
@Exclusion('posts_once', `USING gist (${SAME_POST}, tstzrange(valid_from, valid_to) WITH &&)`)
@Check('posts_period', 'valid_to IS NULL OR valid_to >= valid_from')
@Check('posts_scope', `scope_type IN ('area', 'unit', 'party')`)
@Index('posts_of_person', ['cityId', 'personId'])
@Index('posts_in_area', ['cityId', 'areaPath', 'role'])
@Index('posts_in_scope', ['cityId', 'scopeId', 'role'])
export class PostEntity {
  @PrimaryColumn('int', { name: 'city_id' }) cityId: number;
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'person_id' }) personId: string;
  @Column('text') role: Role;
  /** As people say it: 富强新村社区派单员. */
  @Column('text') name: string;
  @Column('text', { name: 'scope_type' }) scopeType: PostScope['type'];
  @Column('uuid', { name: 'scope_id' }) scopeId: string;
  /** Path of the scope's area, kept here so that rights need no join; a moved area rewrites it. */
  @Column({ type: 'text', name: 'area_path', collation: 'C' }) areaPath: AreaPath;
  @Column('timestamptz', { name: 'valid_from' }) validFrom: Date;
  /** First instant at which the post no longer counts. */
  @Column('timestamptz', { name: 'valid_to', nullable: true }) validTo: Date | null;
  /** Null: a data load. */
  @Column('uuid', { name: 'created_by', nullable: true }) createdBy: string | null;
  @Column('timestamptz', { name: 'created_at', default: () => 'now()' }) createdAt: Date;
  @Column('uuid', { name: 'ended_by', nullable: true }) endedBy: string | null;
  @Column('timestamptz', { name: 'ended_at', nullable: true }) endedAt: Date | null;
}
