import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DutyModule } from '../duty/duty.module.js';
import { OrganisationModule } from '../organisation/organisation.module.js';
import { PlaybooksModule } from '../playbooks/playbooks.module.js';
import { WallStreamLimits, WallStreams } from './wall-streams.service.js';
import { WallVersionEntity } from './wall-version.entity.js';
import { WallController } from './wall.controller.js';
import { WallRepository } from './wall.repository.js';
import { WallService } from './wall.service.js';
import { WallSubscriber } from './wall.subscriber.js';

@Module({
  imports: [TypeOrmModule.forFeature([WallVersionEntity]), DutyModule, OrganisationModule, PlaybooksModule],
  controllers: [WallController],
  providers: [WallRepository, WallService, WallStreamLimits, WallStreams, WallSubscriber],
})
export class WallModule {}
