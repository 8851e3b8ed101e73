import { Module, type OnModuleInit } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CalendarsModule } from '../calendars/calendars.module.js';
import { OrdersModule } from '../orders/orders.module.js';
import { AreaPathHolders } from '../organisation/area-path-holders.service.js';
import { OrganisationModule } from '../organisation/organisation.module.js';
import { PlaybooksModule } from '../playbooks/playbooks.module.js';
import { DeadlineChangeEntity } from './deadline-change.entity.js';
import { DeadlineErasure } from './deadline-erasure.service.js';
import { DeadlineEntity } from './deadline.entity.js';
import { DeadlinesController } from './deadlines.controller.js';
import { DeadlinesJobs } from './deadlines.jobs.js';
import { DeadlinesRepository } from './deadlines.repository.js';
import { DeadlinesService } from './deadlines.service.js';
import { EscalationEntity } from './escalation.entity.js';
import { EscalationsController } from './escalations.controller.js';
import { EscalationsRepository } from './escalations.repository.js';
import { EscalationsService } from './escalations.service.js';
import { ExtensionsService } from './extensions.service.js';
import { FiringAhead } from './firing-ahead.service.js';
import { FiringHooks } from './firing-hooks.service.js';
import { FiringWriter } from './firing-writer.service.js';
import { FiringRepository } from './firing.repository.js';
import { FiringService } from './firing.service.js';
import { JudgeService } from './judge.service.js';
import { OrderDeadlinesService } from './order-deadlines.service.js';
import { RatingWindowService } from './rating-window.service.js';
import { ReadDeadlinesService } from './read-deadlines.service.js';
import { ReplansService } from './replans.service.js';
import { WakesService } from './wakes.service.js';

@Module({
  imports: [
    TypeOrmModule.forFeature([DeadlineEntity, DeadlineChangeEntity, EscalationEntity]),
    CalendarsModule,
    OrdersModule,
    OrganisationModule,
    PlaybooksModule,
  ],
  controllers: [DeadlinesController, EscalationsController],
  providers: [
    DeadlinesJobs,
    DeadlinesRepository,
    DeadlinesService,
    FiringAhead,
    FiringHooks,
    FiringRepository,
    FiringService,
    EscalationsRepository,
    EscalationsService,
    FiringWriter,
    JudgeService,
    ExtensionsService,
    ReadDeadlinesService,
    ReplansService,
    DeadlineErasure,
    OrderDeadlinesService,
    RatingWindowService,
    WakesService,
  ],
  exports: [DeadlinesService, FiringHooks, FiringService],
})
export class DeadlinesModule implements OnModuleInit {
  constructor(private readonly holders: AreaPathHolders) {}

  onModuleInit(): void {
    this.holders.add({ table: 'deadlines', column: 'area_path', noun: '时限' });
    this.holders.add({ table: 'escalations', column: 'area_path', noun: '上报记录' });
  }
}
