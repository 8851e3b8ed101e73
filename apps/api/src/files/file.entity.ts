import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

export type Moderation = 'pending' | 'passed' | 'refused';

/** A photo one person sent. Its pixels lie in the file storage under the digest: equal photos are stored once. */
@Entity('files')
@Check('files_sha256', `sha256 ~ '^[0-9a-f]{64}$'`)
@Check('files_subject', '(subject_type IS NULL) = (subject_id IS NULL)')
@Check('files_moderation', `moderation IN ('pending', 'passed', 'refused')`)
@ForeignKey('persons', ['cityId', 'ownerId'], ['cityId', 'id'], { name: 'files_owner' })
@Index('files_of_owner', ['cityId', 'ownerId', 'createdAt'])
@Index('files_of_subject', ['cityId', 'subjectId'], { where: 'subject_id IS NOT NULL' })
@Index('files_of_content', ['cityId', 'sha256'])
@Index('files_unused', ['cityId', 'createdAt'], { where: 'subject_id IS NULL OR removed_at IS NOT NULL' })
export class FileEntity {
  @PrimaryColumn('int', { name: 'city_id' }) cityId: number;
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'owner_id' }) ownerId: string;
  /** Of the large picture, in hexadecimal. */
  @Column({ type: 'text', collation: 'C' }) sha256: string;
  @Column('int') width: number;
  @Column('int') height: number;
  @Column('int') bytes: number;
  /** What it belongs to (`order`); null until something claims it. */
  @Column('text', { name: 'subject_type', nullable: true }) subjectType: string | null;
  @Column('uuid', { name: 'subject_id', nullable: true }) subjectId: string | null;
  /** Nothing is public before it passed, whoever published it. */
  @Column('text', { default: 'pending' }) moderation: Moderation;
  @Column('timestamptz', { name: 'published_at', nullable: true }) publishedAt: Date | null;
  @Column('timestamptz', { name: 'created_at', default: () => 'now()' }) createdAt: Date;
  /** Gone for everybody from this moment; the hourly job deletes the row and the pixels. */
  @Column('timestamptz', { name: 'removed_at', nullable: true }) removedAt: Date | null;
}
