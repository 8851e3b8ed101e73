import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** WeChat's check of one photo (mediaCheckAsync): asked for with a trace id, answered by a call back. */
@Entity('media_checks')
@Check('media_checks_waiting', '(settled_at IS NULL) = (check_at IS NOT NULL)')
@Index('media_checks_trace', ['traceId'], { unique: true, where: 'trace_id IS NOT NULL' })
@Index('media_checks_due', ['checkAt'], { where: 'check_at IS NOT NULL' })
export class MediaCheckEntity {
  @PrimaryColumn('int', { name: 'city_id' }) cityId: number;
  @PrimaryColumn('uuid', { name: 'file_id' }) fileId: string;
  /** Of the latest question; null before the first. */
  @Column('text', { name: 'trace_id', nullable: true }) traceId: string | null;
  /** pass, review, risky: WeChat's; unchecked: its sender cannot be named to WeChat; overruled: a person's. */
  @Column('text', { nullable: true }) verdict: string | null;
  /** WeChat's category of what it found. */
  @Column('int', { nullable: true }) label: number | null;
  @Column('int', { default: 0 }) attempts: number;
  /** When WeChat is asked, or asked again; null once settled. */
  @Column('timestamptz', { name: 'check_at', nullable: true }) checkAt: Date | null;
  @Column('timestamptz', { name: 'settled_at', nullable: true }) settledAt: Date | null;
}
