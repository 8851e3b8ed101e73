import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { FilesModule } from '../files/files.module.js';
import { OrganisationModule } from '../organisation/organisation.module.js';
import { IdempotencyKeyEntity } from '../platform/idempotency/idempotency-key.entity.js';
import { PlaybooksModule } from '../playbooks/playbooks.module.js';
import { IdentityModule } from '../identity/identity.module.js';
import { ChildTasksService } from './child-tasks.service.js';
import { ContactService } from './contact.service.js';
import { CreateOrderService } from './create-order.service.js';
import { DispatchMovesController } from './dispatch-moves.controller.js';
import { DuplicatesRepository } from './duplicates.repository.js';
import { DuplicatesService } from './duplicates.service.js';
import { ListOrdersService } from './list-orders.service.js';
import { LockOrderService } from './lock-order.service.js';
import { MoveOrderService } from './move-order.service.js';
import { OrderRecordsRepository } from './order-records.repository.js';
import { OrderRecords } from './order-records.service.js';
import { OrderPhotos } from './order-photos.service.js';
import { OrderEventEntity } from './order-event.entity.js';
import { OrderFollowerEntity } from './order-follower.entity.js';
import { OrderMovesService } from './order-moves.service.js';
import { OrderEntity } from './order.entity.js';
import { OrdersController } from './orders.controller.js';
import { OrdersListRepository } from './orders-list.repository.js';
import { OrdersRepository } from './orders.repository.js';
import { PublicAreas } from './public-areas.service.js';
import { OrderNotes } from './order-notes.service.js';
import { ReadOrderService } from './read-order.service.js';
import { ResidentMovesController } from './resident-moves.controller.js';
import { SaveMoveService } from './save-move.service.js';
import { StepHooks } from './step-hooks.service.js';
import { SystemMovesService } from './system-moves.service.js';
import { TimelineService } from './timeline.service.js';
import { WorkMovesController } from './work-moves.controller.js';

@Module({
  imports: [
    TypeOrmModule.forFeature([OrderEntity, OrderEventEntity, OrderFollowerEntity, IdempotencyKeyEntity]),
    OrganisationModule,
    PlaybooksModule,
    FilesModule,
    IdentityModule,
  ],
  controllers: [OrdersController, ResidentMovesController, DispatchMovesController, WorkMovesController],
  providers: [
    OrdersRepository,
    OrdersListRepository,
    DuplicatesRepository,
    CreateOrderService,
    MoveOrderService,
    OrderMovesService,
    ReadOrderService,
    ListOrdersService,
    LockOrderService,
    TimelineService,
    PublicAreas,
    DuplicatesService,
    ContactService,
    ChildTasksService,
    OrderPhotos,
    OrderRecords,
    OrderRecordsRepository,
    OrderNotes,
    SaveMoveService,
    StepHooks,
    SystemMovesService,
  ],
  exports: [
    ListOrdersService,
    LockOrderService,
    MoveOrderService,
    OrderNotes,
    ReadOrderService,
    StepHooks,
    SystemMovesService,
  ],
})
export class OrdersModule {}
