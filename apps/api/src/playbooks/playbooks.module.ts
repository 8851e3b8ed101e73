import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { OrganisationModule } from '../organisation/organisation.module.js';
import { PlaybookAdminController } from './playbook-admin.controller.js';
import { PlaybookAdminService } from './playbook-admin.service.js';
import { PlaybookEntity } from './playbook.entity.js';
import { PlaybooksController } from './playbooks.controller.js';
import { PlaybooksRepository } from './playbooks.repository.js';
import { PlaybooksService } from './playbooks.service.js';

@Module({
  imports: [OrganisationModule, TypeOrmModule.forFeature([PlaybookEntity])],
  controllers: [PlaybookAdminController, PlaybooksController],
  providers: [PlaybookAdminService, PlaybooksService, PlaybooksRepository],
  exports: [PlaybooksService, PlaybooksRepository],
})
export class PlaybooksModule {}
