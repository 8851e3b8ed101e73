import { Injectable } from '@nestjs/common';
import { AreaSheet } from './area-sheet.js';
import { CalendarDaySheet } from './calendar-day-sheet.js';
import { DwellingSheet } from './dwelling-sheet.js';
import { DutyShiftSheet } from './duty-shift-sheet.js';
import type { ImportKind } from './import-kind.js';
import { PartyOrganisationSheet } from './party-organisation-sheet.js';
import { PersonSheet } from './person-sheet.js';
import { UnitSheet } from './unit-sheet.js';

/** Every kind of sheet, in the order in which a new community needs them. */
@Injectable()
export class ImportKinds {
  readonly all: readonly ImportKind[];

  constructor(
    areas: AreaSheet,
    organisations: PartyOrganisationSheet,
    units: UnitSheet,
    dwellings: DwellingSheet,
    persons: PersonSheet,
    calendarDays: CalendarDaySheet,
    dutyShifts: DutyShiftSheet,
  ) {
    this.all = [areas, organisations, units, dwellings, persons, calendarDays, dutyShifts];
  }
}
