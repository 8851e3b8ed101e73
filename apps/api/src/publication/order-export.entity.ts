import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A list of orders somebody took out of the system: who, by which post, filtered how, how many rows (PIPL art. 51). */
@Entity('order_exports')
@Index('order_exports_of_person', ['cityId', 'personId', 'id'])
export class OrderExportEntity {
  @PrimaryColumn('int', { name: 'city_id' }) cityId: number;
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'person_id' }) personId: string;
  @Column('uuid', { name: 'post_id' }) postId: string;
  @Column('text') format: 'xlsx' | 'csv';
  @Column('jsonb') filters: object;
  /** Null when it was broken off. */
  @Column('int', { nullable: true }) rows: number | null;
  @Column('timestamptz', { name: 'started_at', default: () => 'now()' }) startedAt: Date;
  @Column('timestamptz', { name: 'finished_at', nullable: true }) finishedAt: Date | null;
}
