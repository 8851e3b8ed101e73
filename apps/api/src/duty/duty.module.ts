import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CalendarsModule } from '../calendars/calendars.module.js';
import { OrganisationModule } from '../organisation/organisation.module.js';
import { Colleagues } from './colleagues.service.js';
import { CoverageJobs } from './coverage.jobs.js';
import { CoverageRepository } from './coverage.repository.js';
import { CoverageService } from './coverage.service.js';
import { DutyController } from './duty.controller.js';
import { DutyGapAlarmEntity } from './duty-gap-alarm.entity.js';
import { DutyNowService } from './duty-now.service.js';
import { DutyRecords } from './duty-records.service.js';
import { DutyRosterEntity } from './duty-roster.entity.js';
import { DutyShiftEntity } from './duty-shift.entity.js';
import { DutySwapEntity } from './duty-swap.entity.js';
import { PlanService } from './plan.service.js';
import { RosterAccess } from './roster-access.service.js';
import { RostersController } from './rosters.controller.js';
import { RostersRepository } from './rosters.repository.js';
import { RostersService } from './rosters.service.js';
import { ShiftBook } from './shift-book.service.js';
import { ShiftImportService } from './shift-import.service.js';
import { ShiftViews } from './shift-views.service.js';
import { ShiftsController } from './shifts.controller.js';
import { ShiftsRepository } from './shifts.repository.js';
import { ShiftsService } from './shifts.service.js';
import { SwapsController } from './swaps.controller.js';
import { SwapsRepository } from './swaps.repository.js';
import { SwapsService } from './swaps.service.js';

@Module({
  imports: [
    TypeOrmModule.forFeature([DutyRosterEntity, DutyShiftEntity, DutySwapEntity, DutyGapAlarmEntity]),
    CalendarsModule,
    OrganisationModule,
  ],
  controllers: [DutyController, RostersController, ShiftsController, SwapsController],
  providers: [
    Colleagues,
    CoverageJobs,
    CoverageRepository,
    CoverageService,
    DutyNowService,
    DutyRecords,
    PlanService,
    RosterAccess,
    RostersRepository,
    RostersService,
    ShiftBook,
    ShiftImportService,
    ShiftViews,
    ShiftsRepository,
    ShiftsService,
    SwapsRepository,
    SwapsService,
  ],
  exports: [CoverageService, DutyNowService, RosterAccess, ShiftBook, ShiftImportService],
})
export class DutyModule {}
