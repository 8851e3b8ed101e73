import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AreaEntity } from './area.entity.js';
import { AreaAdminService } from './area-admin.service.js';
import { AreaChangesRepository } from './area-changes.repository.js';
import { AreaImportService } from './area-import.service.js';
import { AreaPathHolders } from './area-path-holders.service.js';
import { AreaReferencesRepository } from './area-references.repository.js';
import { AreaViewsService } from './area-views.service.js';
import { AreasController } from './areas.controller.js';
import { AreasRepository } from './areas.repository.js';
import { AreasService } from './areas.service.js';
import { CityEntity, ProvinceEntity } from './city.entity.js';
import { OfficialAreasRepository } from './official-areas.repository.js';
import { OfficialAreasService } from './official-areas.service.js';
import { OfficeHolders } from './office-holders.service.js';
import { PartyOrganisationEntity } from './party-organisation.entity.js';
import { PartyOrganisationImportService } from './party-organisation-import.service.js';
import { PartyOrganisationsController } from './party-organisations.controller.js';
import { PartyOrganisationsRepository } from './party-organisations.repository.js';
import { PartyOrganisationsService } from './party-organisations.service.js';
import { PlaceCodesController } from './place-codes.controller.js';
import { PlaceCodesService } from './place-codes.service.js';
import { PostGrants } from './post-grants.service.js';
import { PostImportService } from './post-import.service.js';
import { PostImportsRepository } from './post-imports.repository.js';
import { PostEntity } from './post.entity.js';
import { PostSubstituteEntity } from './post-substitute.entity.js';
import { PostSubstitutesController } from './post-substitutes.controller.js';
import { PostSubstitutesRepository } from './post-substitutes.repository.js';
import { PostSubstitutesService } from './post-substitutes.service.js';
import { PostsController } from './posts.controller.js';
import { PostsRepository } from './posts.repository.js';
import { PostsService } from './posts.service.js';
import { ScopePostsRepository } from './scope-posts.repository.js';
import { SubstituteRecords } from './substitute-records.service.js';
import { UnitEntity } from './unit.entity.js';
import { UnitImportService } from './unit-import.service.js';
import { UnitsController } from './units.controller.js';
import { UnitsRepository } from './units.repository.js';
import { UnitsService } from './units.service.js';

@Module({
  imports: [
    TypeOrmModule.forFeature([
      ProvinceEntity,
      CityEntity,
      AreaEntity,
      PartyOrganisationEntity,
      UnitEntity,
      PostEntity,
      PostSubstituteEntity,
    ]),
  ],
  controllers: [
    AreasController,
    PartyOrganisationsController,
    PlaceCodesController,
    PostsController,
    PostSubstitutesController,
    UnitsController,
  ],
  providers: [
    AreaAdminService,
    AreaChangesRepository,
    AreaImportService,
    AreaPathHolders,
    AreaReferencesRepository,
    AreasRepository,
    AreasService,
    AreaViewsService,
    OfficeHolders,
    OfficialAreasRepository,
    OfficialAreasService,
    PartyOrganisationImportService,
    PartyOrganisationsRepository,
    PartyOrganisationsService,
    PlaceCodesService,
    PostGrants,
    PostImportService,
    PostImportsRepository,
    PostsRepository,
    PostsService,
    PostSubstitutesRepository,
    PostSubstitutesService,
    ScopePostsRepository,
    SubstituteRecords,
    UnitImportService,
    UnitsRepository,
    UnitsService,
  ],
  exports: [
    AreaImportService,
    AreaPathHolders,
    AreasService,
    OfficeHolders,
    OfficialAreasService,
    PartyOrganisationImportService,
    PostGrants,
    PostImportService,
    UnitImportService,
  ],
})
export class OrganisationModule {}
