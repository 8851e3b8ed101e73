import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DutyModule } from '../duty/duty.module.js';
import { OrganisationModule } from '../organisation/organisation.module.js';
import { PlaybooksModule } from '../playbooks/playbooks.module.js';
import { DeskAccess } from './desk-access.service.js';
import { DeskController } from './desk.controller.js';
import { DeskFiguresRepository } from './desk-figures.repository.js';
import { DeskFiguresService } from './desk-figures.service.js';
import { DeskRecords } from './desk-records.service.js';
import { DeskQueueRepository } from './desk-queue.repository.js';
import { DeskQueueService } from './desk-queue.service.js';
import { DutyHandoverEntity } from './duty-handover.entity.js';
import { HandoversRepository } from './handovers.repository.js';
import { HandoversService } from './handovers.service.js';

@Module({
  imports: [TypeOrmModule.forFeature([DutyHandoverEntity]), DutyModule, OrganisationModule, PlaybooksModule],
  controllers: [DeskController],
  providers: [
    DeskAccess,
    DeskFiguresRepository,
    DeskFiguresService,
    DeskQueueRepository,
    DeskQueueService,
    DeskRecords,
    HandoversRepository,
    HandoversService,
  ],
})
export class DutyDeskModule {}
