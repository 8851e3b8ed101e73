import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { FilesModule } from '../files/files.module.js';
import { OrdersModule } from '../orders/orders.module.js';
import { OrganisationModule } from '../organisation/organisation.module.js';
import { PlaybooksModule } from '../playbooks/playbooks.module.js';
import { BoardsController } from './boards.controller.js';
import { BoardsRepository } from './boards.repository.js';
import { BoardsService } from './boards.service.js';
import { ExportsController } from './exports.controller.js';
import { ExportsRepository } from './exports.repository.js';
import { ExportsService } from './exports.service.js';
import { FiguresController } from './figures.controller.js';
import { FiguresRepository } from './figures.repository.js';
import { FiguresService } from './figures.service.js';
import { KnownPeopleService } from './known-people.service.js';
import { MediaCheckEntity } from './media-check.entity.js';
import { MediaChecksRepository } from './media-checks.repository.js';
import { MediaChecksService } from './media-checks.service.js';
import { ModerationJobs } from './moderation.jobs.js';
import { ModerationRepository } from './moderation.repository.js';
import { ModerationService } from './moderation.service.js';
import { OrderExportEntity } from './order-export.entity.js';
import { ProjectorService } from './projector.service.js';
import { PublicPhotosService } from './public-photos.service.js';
import { PublicationDecisionEntity } from './publication-decision.entity.js';
import { PublicationStepEntity } from './publication-step.entity.js';
import { PublicationEntity } from './publication.entity.js';
import { PublicationSubscriber } from './publication.subscriber.js';
import { PublicationsController } from './publications.controller.js';
import { PublicationsRepository } from './publications.repository.js';
import { PublicationsService } from './publications.service.js';
import { SourcesRepository } from './sources.repository.js';

const ENTITIES = [
  PublicationEntity,
  PublicationStepEntity,
  PublicationDecisionEntity,
  OrderExportEntity,
  MediaCheckEntity,
];

@Module({
  imports: [TypeOrmModule.forFeature(ENTITIES), FilesModule, OrdersModule, OrganisationModule, PlaybooksModule],
  controllers: [BoardsController, PublicationsController, FiguresController, ExportsController],
  providers: [
    BoardsRepository,
    BoardsService,
    ExportsRepository,
    ExportsService,
    FiguresRepository,
    FiguresService,
    KnownPeopleService,
    MediaChecksRepository,
    MediaChecksService,
    ModerationJobs,
    ModerationRepository,
    ModerationService,
    ProjectorService,
    PublicPhotosService,
    PublicationSubscriber,
    PublicationsRepository,
    PublicationsService,
    SourcesRepository,
  ],
})
export class PublicationModule {}
