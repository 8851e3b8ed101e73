import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { PersonEntity } from './person.entity.js';

/** One sign-in on one device: the family of all refresh tokens that follow from it. */
@Entity('sessions')
@ForeignKey(() => PersonEntity, ['cityId', 'personId'], ['cityId', 'id'], { name: 'sessions_person' })
@Index('sessions_open', ['cityId', 'personId'], { where: 'revoked_at IS NULL' })
export class SessionEntity {
  @PrimaryColumn('int', { name: 'city_id' }) cityId: number;
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'person_id' }) personId: string;
  @Column('text') provider: string;
  /** Number of the refresh token that counts now; earlier ones are used up. */
  @Column('int', { default: 0 }) generation: number;
  @Column('timestamptz', { name: 'rotated_at', default: () => 'now()' }) rotatedAt: Date;
  @Column('timestamptz', { name: 'created_at', default: () => 'now()' }) createdAt: Date;
  @Column('timestamptz', { name: 'expires_at' }) expiresAt: Date;
  @Column('timestamptz', { name: 'revoked_at', nullable: true }) revokedAt: Date | null;
  @Column('text', { name: 'revoked_why', nullable: true }) revokedWhy: string | null;
}
