import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** Who is told of an order's steps besides its reporter ("me too", 我也遇到了). */
@Entity('order_followers')
@Index('order_followers_of_person', ['cityId', 'personId', 'orderId'])
export class OrderFollowerEntity {
  @PrimaryColumn('int', { name: 'city_id' }) cityId: number;
  @PrimaryColumn('uuid', { name: 'order_id' }) orderId: string;
  @PrimaryColumn('uuid', { name: 'person_id' }) personId: string;
  /** The merged order they came from; they leave again when it is unmerged. */
  @Column('uuid', { name: 'via_order_id', nullable: true }) viaOrderId: string | null;
  @Column('timestamptz', { default: () => 'now()' }) since: Date;
}
