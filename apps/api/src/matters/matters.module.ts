import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DeadlinesModule } from '../deadlines/deadlines.module.js';
import { IdentityModule } from '../identity/identity.module.js';
import { OrganisationModule } from '../organisation/organisation.module.js';
import { PlaybooksModule } from '../playbooks/playbooks.module.js';
import { CreateMatterService } from './create-matter.service.js';
import { MatterEventEntity } from './matter-event.entity.js';
import { MatterMovesService } from './matter-moves.service.js';
import { MatterRecordsRepository } from './matter-records.repository.js';
import { MatterRecords } from './matter-records.service.js';
import { MatterTurns } from './matter-turns.service.js';
import { MatterEntity } from './matter.entity.js';
import { MattersController } from './matters.controller.js';
import { MattersRepository } from './matters.repository.js';
import { MissedSteps } from './missed-steps.service.js';
import { MoveMatterService } from './move-matter.service.js';
import { ReadMattersService } from './read-matters.service.js';

@Module({
  imports: [
    TypeOrmModule.forFeature([MatterEntity, MatterEventEntity]),
    DeadlinesModule,
    IdentityModule,
    OrganisationModule,
    PlaybooksModule,
  ],
  controllers: [MattersController],
  providers: [
    CreateMatterService,
    MatterMovesService,
    MatterRecords,
    MatterRecordsRepository,
    MatterTurns,
    MattersRepository,
    MissedSteps,
    MoveMatterService,
    ReadMattersService,
  ],
})
export class MattersModule {}
