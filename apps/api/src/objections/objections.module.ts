import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DeadlinesModule } from '../deadlines/deadlines.module.js';
import { OrdersModule } from '../orders/orders.module.js';
import { OrganisationModule } from '../organisation/organisation.module.js';
import { PlaybooksModule } from '../playbooks/playbooks.module.js';
import { DutyCatalogueController } from './duty-catalogue.controller.js';
import { ObjectOrderController } from './object-order.controller.js';
import { ObjectionEntity } from './objection.entity.js';
import { ObjectionsController } from './objections.controller.js';
import { ObjectionsRepository } from './objections.repository.js';
import { ObjectionsService } from './objections.service.js';
import { ObjectionsSubscriber } from './objections.subscriber.js';
import { RaiseObjectionService } from './raise-objection.service.js';
import { RuleObjectionService } from './rule-objection.service.js';

@Module({
  imports: [
    TypeOrmModule.forFeature([ObjectionEntity]),
    DeadlinesModule,
    OrdersModule,
    OrganisationModule,
    PlaybooksModule,
  ],
  controllers: [ObjectionsController, ObjectOrderController, DutyCatalogueController],
  providers: [
    ObjectionsRepository,
    ObjectionsService,
    ObjectionsSubscriber,
    RaiseObjectionService,
    RuleObjectionService,
  ],
})
export class ObjectionsModule {}
