import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { OrganisationModule } from '../organisation/organisation.module.js';
import { PlaybookEntity } from './playbook.entity.js';
import { PlaybooksController } from './playbooks.controller.js';
import { PlaybooksRepository } from './playbooks.repository.js';
import { PlaybooksService } from './playbooks.service.js';

@Module({
  imports: [OrganisationModule, TypeOrmModule.forFeature([PlaybookEntity])],
  controllers: [PlaybooksController],
  providers: [PlaybooksService, PlaybooksRepository],
  exports: [PlaybooksService, PlaybooksRepository],
})
export class PlaybooksModule {}
