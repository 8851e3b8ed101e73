import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { OrdersModule } from '../orders/orders.module.js';
import { OrganisationModule } from '../organisation/organisation.module.js';
import { PlaybooksModule } from '../playbooks/playbooks.module.js';
import { AudienceService } from './audience.service.js';
import { ConsentsRepository } from './consents.repository.js';
import { DeliveriesController } from './deliveries.controller.js';
import { DeliveriesJobs, DeliveriesWaker } from './deliveries.jobs.js';
import { DeliveriesRepository } from './deliveries.repository.js';
import { DELIVERY_CHANNELS, DeliveriesService } from './deliveries.service.js';
import { DeliveryAdminRepository } from './delivery-admin.repository.js';
import { DeliveryAdminService } from './delivery-admin.service.js';
import { DeliveryEntity } from './delivery.entity.js';
import { InboxController } from './inbox.controller.js';
import { InboxRepository } from './inbox.repository.js';
import { InboxService } from './inbox.service.js';
import { MessageConsentEntity } from './message-consent.entity.js';
import { HelpersService } from './helpers.service.js';
import { NoticeAudience } from './notice-audience.service.js';
import { NoticesService } from './notices.service.js';
import { NotificationEntity } from './notification.entity.js';
import { NotificationPreferenceEntity } from './notification-preference.entity.js';
import { NotificationRecords } from './notification-records.service.js';
import { NotifierService } from './notifier.service.js';
import { OpenIdsRepository } from './open-ids.repository.js';
import { OrderMessagesController } from './order-messages.controller.js';
import { OrderMessagesRepository } from './order-messages.repository.js';
import { OrderMessagesService } from './order-messages.service.js';
import { PeopleRepository } from './people.repository.js';
import { PreferencesController } from './preferences.controller.js';
import { PreferencesRepository } from './preferences.repository.js';
import { PreferencesService } from './preferences.service.js';
import { RobotKeys } from './robot-keys.js';
import { RobotSpeech } from './robot-speech.service.js';
import { RobotEntity } from './robot.entity.js';
import { RobotsController } from './robots.controller.js';
import { RobotsRepository } from './robots.repository.js';
import { RobotsService } from './robots.service.js';
import { SmsFallback } from './sms-fallback.service.js';
import { SmsChannel } from './sms.channel.js';
import { StepsRepository } from './steps.repository.js';
import { SubscriptionsController } from './subscriptions.controller.js';
import { SubscriptionsService } from './subscriptions.service.js';
import { TellingService } from './telling.service.js';
import { TurnsService } from './turns.service.js';
import { WechatChannel } from './wechat.channel.js';
import { WecomChannel } from './wecom.channel.js';

const ENTITIES = [NotificationEntity, NotificationPreferenceEntity, DeliveryEntity, MessageConsentEntity, RobotEntity];
const CHANNELS = [WechatChannel, WecomChannel, SmsChannel];

@Module({
  imports: [TypeOrmModule.forFeature(ENTITIES), OrdersModule, OrganisationModule, PlaybooksModule],
  controllers: [
    InboxController,
    PreferencesController,
    SubscriptionsController,
    RobotsController,
    DeliveriesController,
    OrderMessagesController,
  ],
  providers: [
    AudienceService,
    ConsentsRepository,
    DeliveriesJobs,
    DeliveriesRepository,
    DeliveriesService,
    DeliveriesWaker,
    DeliveryAdminRepository,
    DeliveryAdminService,
    InboxRepository,
    InboxService,
    HelpersService,
    NoticeAudience,
    NoticesService,
    NotificationRecords,
    NotifierService,
    OpenIdsRepository,
    OrderMessagesRepository,
    OrderMessagesService,
    PeopleRepository,
    PreferencesRepository,
    PreferencesService,
    RobotKeys,
    RobotSpeech,
    RobotsRepository,
    RobotsService,
    SmsFallback,
    StepsRepository,
    SubscriptionsService,
    TellingService,
    TurnsService,
    ...CHANNELS,
    { provide: DELIVERY_CHANNELS, inject: CHANNELS, useFactory: (...channels: object[]) => channels },
  ],
})
export class NotificationsModule {}
