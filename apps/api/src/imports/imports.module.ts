import { Module } from '@nestjs/common';
import { OrganisationModule } from '../organisation/organisation.module.js';
import { AreaSheet } from './area-sheet.js';
import { ImportKinds } from './import-kinds.js';
import { ImportsController } from './imports.controller.js';
import { ImportsService } from './imports.service.js';
import { PartyOrganisationSheet } from './party-organisation-sheet.js';
import { UnitSheet } from './unit-sheet.js';

@Module({
  imports: [OrganisationModule],
  controllers: [ImportsController],
  providers: [AreaSheet, ImportKinds, ImportsService, PartyOrganisationSheet, UnitSheet],
})
export class ImportsModule {}
