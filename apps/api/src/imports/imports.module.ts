import { Module } from '@nestjs/common';
import { CalendarsModule } from '../calendars/calendars.module.js';
import { DutyModule } from '../duty/duty.module.js';
import { OrganisationModule } from '../organisation/organisation.module.js';
import { RegistryModule } from '../registry/registry.module.js';
import { AreaSheet } from './area-sheet.js';
import { CalendarDaySheet } from './calendar-day-sheet.js';
import { DutyShiftSheet } from './duty-shift-sheet.js';
import { DwellingSheet } from './dwelling-sheet.js';
import { ImportKinds } from './import-kinds.js';
import { ImportsController } from './imports.controller.js';
import { ImportsService } from './imports.service.js';
import { PartyOrganisationSheet } from './party-organisation-sheet.js';
import { PersonSheet } from './person-sheet.js';
import { SheetReader } from './sheet-reader.js';
import { UnitSheet } from './unit-sheet.js';

@Module({
  imports: [CalendarsModule, DutyModule, OrganisationModule, RegistryModule],
  controllers: [ImportsController],
  providers: [
    AreaSheet,
    CalendarDaySheet,
    DutyShiftSheet,
    DwellingSheet,
    ImportKinds,
    ImportsService,
    PartyOrganisationSheet,
    PersonSheet,
    SheetReader,
    UnitSheet,
  ],
})
export class ImportsModule {}
