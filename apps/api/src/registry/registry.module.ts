import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Homes } from '../identity/homes.service.js';
import { OrganisationModule } from '../organisation/organisation.module.js';
import { AddressesService } from './addresses.service.js';
import { DwellingEntity } from './dwelling.entity.js';
import { DwellingImportService } from './dwelling-import.service.js';
import { DwellingsController } from './dwellings.controller.js';
import { DwellingsRepository } from './dwellings.repository.js';
import { DwellingsService } from './dwellings.service.js';
import { HomesService } from './homes.service.js';
import { RegistryRecords } from './registry-records.service.js';
import { ResidenciesController } from './residencies.controller.js';
import { ResidenciesRepository } from './residencies.repository.js';
import { ResidenciesService } from './residencies.service.js';
import { ResidencyDecisionsService } from './residency-decisions.service.js';
import { ResidencyEntity } from './residency.entity.js';
import { ResidencyViews } from './residency-views.service.js';

/** Global, because a person's own page asks it for their homes. */
@Global()
@Module({
  imports: [TypeOrmModule.forFeature([DwellingEntity, ResidencyEntity]), OrganisationModule],
  controllers: [DwellingsController, ResidenciesController],
  providers: [
    AddressesService,
    DwellingImportService,
    DwellingsRepository,
    DwellingsService,
    { provide: Homes, useClass: HomesService },
    RegistryRecords,
    ResidenciesRepository,
    ResidenciesService,
    ResidencyDecisionsService,
    ResidencyViews,
  ],
  exports: [DwellingImportService, Homes, ResidencyViews],
})
export class RegistryModule {}
