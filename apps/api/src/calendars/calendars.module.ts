import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CalendarAlarmEntity } from './calendar-alarm.entity.js';
import { CalendarTableEntity } from './calendar-table.entity.js';
import { CalendarsRepository } from './calendars.repository.js';
import { CalendarsService } from './calendars.service.js';
import { WorkCalendarEntity } from './work-calendar.entity.js';

@Module({
  imports: [TypeOrmModule.forFeature([WorkCalendarEntity, CalendarTableEntity, CalendarAlarmEntity])],
  providers: [CalendarsService, CalendarsRepository],
  exports: [CalendarsService],
})
export class CalendarsModule {}
