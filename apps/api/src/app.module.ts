import { type DynamicModule, Module } from '@nestjs/common';
import { AuditModule } from './audit/audit.module.js';
import { CalendarsModule } from './calendars/calendars.module.js';
import { DeadlinesModule } from './deadlines/deadlines.module.js';
import { DemoModule } from './demo/demo.module.js';
import { DutyModule } from './duty/duty.module.js';
import { DutyDeskModule } from './duty-desk/duty-desk.module.js';
import { FilesModule } from './files/files.module.js';
import { HealthModule } from './health/health.module.js';
import { IdentityModule } from './identity/identity.module.js';
import { ImportsModule } from './imports/imports.module.js';
import { MattersModule } from './matters/matters.module.js';
import { MIGRATIONS } from './migrations/index.js';
import { NotificationsModule } from './notifications/notifications.module.js';
import { ObjectionsModule } from './objections/objections.module.js';
import { OperationsModule } from './operations/operations.module.js';
import { OrganisationModule } from './organisation/organisation.module.js';
import { OrdersModule } from './orders/orders.module.js';
import { AuthModule } from './platform/auth/auth.module.js';
import { BoardsModule } from './platform/boards/boards.module.js';
import { ClockModule } from './platform/clock/clock.module.js';
import type { Config } from './platform/config/config.js';
import { ConfigModule } from './platform/config/config.module.js';
import { CryptoModule } from './platform/crypto/crypto.module.js';
import { DatabaseModule } from './platform/database/database.module.js';
import { EventsModule } from './platform/events/events.module.js';
import { FileStorageModule } from './platform/files/file-storage.module.js';
import { MetricsModule } from './platform/metrics/metrics.module.js';
import { QueueModule } from './platform/queue/queue.module.js';
import { PublicationModule } from './publication/publication.module.js';
import { RegistryModule } from './registry/registry.module.js';
import { SupervisionModule } from './supervision/supervision.module.js';
import { WallModule } from './wall/wall.module.js';
import { WechatModule } from './platform/wechat/wechat.module.js';

@Module({})
export class AppModule {
  static with(config: Config): DynamicModule {
    return {
      module: AppModule,
      imports: [
        ConfigModule.with(config),
        DatabaseModule.with(config, MIGRATIONS),
        ClockModule,
        MetricsModule,
        CryptoModule,
        QueueModule,
        FileStorageModule,
        EventsModule,
        AuthModule,
        BoardsModule,
        WechatModule,
        HealthModule,
        IdentityModule,
        OrganisationModule,
        RegistryModule,
        DutyModule,
        CalendarsModule,
        ImportsModule,
        FilesModule,
        OrdersModule,
        DeadlinesModule,
        SupervisionModule,
        ObjectionsModule,
        MattersModule,
        AuditModule,
        DutyDeskModule,
        PublicationModule,
        WallModule,
        NotificationsModule,
        OperationsModule,
        DemoModule,
      ],
    };
  }
}
