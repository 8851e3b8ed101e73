import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { OrganisationModule } from '../organisation/organisation.module.js';
import { CalendarAdminService } from './calendar-admin.service.js';
import { CalendarAlarmEntity } from './calendar-alarm.entity.js';
import { CalendarChanges } from './calendar-changes.service.js';
import { CalendarController } from './calendar.controller.js';
import { CalendarDaysImport } from './calendar-days-import.service.js';
import { CalendarTableEntity } from './calendar-table.entity.js';
import { CalendarsJobs } from './calendars.jobs.js';
import { CalendarsRepository } from './calendars.repository.js';
import { CalendarsService } from './calendars.service.js';
import { DeadlinePlanController } from './deadline-plan.controller.js';
import { DeadlinePlanService } from './deadline-plan.service.js';
import { WorkCalendarEntity } from './work-calendar.entity.js';
import { YearWatch } from './year-watch.service.js';

@Module({
  imports: [
    OrganisationModule,
    TypeOrmModule.forFeature([WorkCalendarEntity, CalendarTableEntity, CalendarAlarmEntity]),
  ],
  controllers: [CalendarController, DeadlinePlanController],
  providers: [
    CalendarAdminService,
    CalendarChanges,
    CalendarDaysImport,
    CalendarsJobs,
    CalendarsRepository,
    CalendarsService,
    DeadlinePlanService,
    YearWatch,
  ],
  exports: [CalendarDaysImport, CalendarsService, YearWatch],
})
export class CalendarsModule {}
