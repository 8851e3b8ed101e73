import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { PlaybooksModule } from '../playbooks/playbooks.module.js';
import { AudienceService } from './audience.service.js';
import { InboxController } from './inbox.controller.js';
import { InboxRepository } from './inbox.repository.js';
import { InboxService } from './inbox.service.js';
import { NotificationEntity } from './notification.entity.js';
import { NotificationPreferenceEntity } from './notification-preference.entity.js';
import { NotificationRecords } from './notification-records.service.js';
import { NotifierService } from './notifier.service.js';
import { PeopleRepository } from './people.repository.js';
import { PreferencesController } from './preferences.controller.js';
import { PreferencesRepository } from './preferences.repository.js';
import { PreferencesService } from './preferences.service.js';
import { StepsRepository } from './steps.repository.js';

@Module({
  imports: [TypeOrmModule.forFeature([NotificationEntity, NotificationPreferenceEntity]), PlaybooksModule],
  controllers: [InboxController, PreferencesController],
  providers: [
    AudienceService,
    InboxRepository,
    InboxService,
    NotificationRecords,
    NotifierService,
    PeopleRepository,
    PreferencesRepository,
    PreferencesService,
    StepsRepository,
  ],
})
export class NotificationsModule {}
