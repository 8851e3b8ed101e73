import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DeadlinesModule } from '../deadlines/deadlines.module.js';
import { OrdersModule } from '../orders/orders.module.js';
import { OrganisationModule } from '../organisation/organisation.module.js';
import { DeskHolders } from './desk-holders.service.js';
import { OpenSupervisionService } from './open-supervision.service.js';
import { SuperviseOrderController } from './supervise-order.controller.js';
import { SupervisionOrderEntity } from './supervision-order.entity.js';
import { SupervisionController } from './supervision.controller.js';
import { SupervisionRepository } from './supervision.repository.js';
import { SupervisionService } from './supervision.service.js';
import { SupervisionSubscriber } from './supervision.subscriber.js';

@Module({
  imports: [TypeOrmModule.forFeature([SupervisionOrderEntity]), DeadlinesModule, OrdersModule, OrganisationModule],
  controllers: [SupervisionController, SuperviseOrderController],
  providers: [DeskHolders, OpenSupervisionService, SupervisionRepository, SupervisionService, SupervisionSubscriber],
})
export class SupervisionModule {}
