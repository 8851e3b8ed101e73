import type { Lamp, OrderKind, OrderState } from '@linshao/domain';
import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';

/**
 * The facts of an order that the public may read; its words are publication steps. No name, number, door or original
 * wording is ever written here, so nothing that reads this table can give one away.
 */
@Entity('publications')
@Unique('publications_number', ['cityId', 'number'])
@Index('publications_results', ['cityId', 'resultAt', 'number'], { where: 'result_at IS NOT NULL' })
@Index('publications_wishes', ['cityId', 'wishAt', 'number'], { where: 'wish_at IS NOT NULL' })
@Index('publications_results_of_community', { synchronize: false })
@Index('publications_wishes_of_community', { synchronize: false })
@Index('publications_in_area', ['cityId', 'areaPath'])
export class PublicationEntity {
  @PrimaryColumn('int', { name: 'city_id' }) cityId: number;
  @PrimaryColumn('uuid', { name: 'order_id' }) orderId: string;
  @Column('text') number: string;
  @Column('text') kind: OrderKind;
  @Column('text') category: string;
  @Column('text', { name: 'category_name' }) categoryName: string;
  /** From the top category down. */
  @Column('text', { name: 'category_codes', array: true }) categoryCodes: string[];
  /** Down to the grid or estate, never to a building. */
  @Column({ type: 'text', name: 'area_path', collation: 'C' }) areaPath: string;
  @Column('text', { name: 'area_name' }) areaName: string;
  @Column('text') state: OrderState;
  @Column('text', { nullable: true }) lamp: Lamp | null;
  /** When it came onto the board of results 晒单; null while it is not there. */
  @Column('timestamptz', { name: 'result_at', nullable: true }) resultAt: Date | null;
  /** When it came onto the wish wall 微心愿墙; null while it is not there. */
  @Column('timestamptz', { name: 'wish_at', nullable: true }) wishAt: Date | null;
  /** The step whose words are the result: the community's own, otherwise the assignee's summary. */
  @Column('uuid', { name: 'result_step', nullable: true }) resultStep: string | null;
  @Column('uuid', { name: 'comment_step', nullable: true }) commentStep: string | null;
  @Column('boolean', { nullable: true }) solved: boolean | null;
  @Column('int', { nullable: true }) stars: number | null;
  /** Post and masked name. */
  @Column('text', { nullable: true }) handler: string | null;
  @Column('uuid', { name: 'photo_ids', array: true, default: '{}' }) photoIds: string[];
  /** Grows whenever its public words change. */
  @Column('int', { default: 1 }) version: number;
}
