import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { PersonEntity } from './person.entity.js';

/** A way to sign in: WeChat's openid, a user name, or a demo persona. */
@Entity('logins')
@Check('logins_provider', `provider IN ('wechat', 'password', 'demo')`)
@ForeignKey(() => PersonEntity, ['cityId', 'personId'], ['cityId', 'id'], { name: 'logins_person' })
@Index('logins_of_person', ['cityId', 'personId'])
export class LoginEntity {
  @PrimaryColumn('int', { name: 'city_id' }) cityId: number;
  @PrimaryColumn('text') provider: 'wechat' | 'password' | 'demo';
  @PrimaryColumn('text') subject: string;
  @Column('uuid', { name: 'person_id' }) personId: string;
  @Column('timestamptz', { name: 'created_at', default: () => 'now()' }) createdAt: Date;
  /** WeChat did not know this openid when something was sent to it; whoever signs in with it makes it good again. */
  @Column('timestamptz', { name: 'void_at', nullable: true }) voidAt: Date | null;
}

/** The password of a person who signs in by user name, with its second factor. */
@Entity('passwords')
@ForeignKey(() => PersonEntity, ['cityId', 'personId'], ['cityId', 'id'], { name: 'passwords_person' })
export class PasswordEntity {
  @PrimaryColumn('int', { name: 'city_id' }) cityId: number;
  @PrimaryColumn('uuid', { name: 'person_id' }) personId: string;
  /** argon2id in its own notation. */
  @Column('text') hash: string;
  /** Set by somebody else and not changed yet. */
  @Column('boolean', { name: 'change_required', default: false }) changeRequired: boolean;
  /** Tries in a row without success, each counted before it is checked. */
  @Column('int', { default: 0 }) tries: number;
  @Column('timestamptz', { name: 'tried_at', nullable: true }) triedAt: Date | null;
  @Column('text', { name: 'totp_sealed', nullable: true }) totpSealed: string | null;
  /** Null while the second factor is being set up: it does not count yet. */
  @Column('timestamptz', { name: 'totp_confirmed_at', nullable: true }) totpConfirmedAt: Date | null;
  /** The 30-second step of the last code taken: the same code never works twice. */
  @Column('bigint', { name: 'totp_last_step', default: 0 }) totpLastStep: number;
  @Column('text', { name: 'recovery_hashes', array: true, default: '{}' }) recoveryHashes: string[];
  @Column('timestamptz', { name: 'changed_at', default: () => 'now()' }) changedAt: Date;
}
