import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AreaEntity } from './area.entity.js';
import { AreaRepository } from './area.repository.js';
import { CityEntity, ProvinceEntity } from './city.entity.js';
import { PartyOrganisationEntity } from './party-organisation.entity.js';
import { PostEntity } from './post.entity.js';
import { UnitEntity } from './unit.entity.js';

@Module({
  imports: [
    TypeOrmModule.forFeature([ProvinceEntity, CityEntity, AreaEntity, PartyOrganisationEntity, UnitEntity, PostEntity]),
  ],
  providers: [AreaRepository],
  exports: [AreaRepository],
})
export class OrganisationModule {}
