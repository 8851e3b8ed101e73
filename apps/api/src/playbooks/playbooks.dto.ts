import { ApiProperty } from '@nestjs/swagger';
import type { OrderKind } from '@linshao/domain';

export class CategoryView {
  code: string;
  name: string;
  /** Kinds of order it takes: wish, service, problem, errand. */
  @ApiProperty({ type: [String], enum: ['wish', 'service', 'problem', 'errand'] })
  kinds: OrderKind[];
  /** Only a category without children takes orders. */
  @ApiProperty({ type: () => [CategoryView] })
  children: CategoryView[];
}
