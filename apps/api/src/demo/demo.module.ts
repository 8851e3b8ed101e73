import { Module } from '@nestjs/common';
import { DeadlinesModule } from '../deadlines/deadlines.module.js';
import { IdentityModule } from '../identity/identity.module.js';
import { OrganisationModule } from '../organisation/organisation.module.js';
import { PlaybooksModule } from '../playbooks/playbooks.module.js';
import { DemoDeadlines } from './demo-deadlines.service.js';
import { DemoDuty } from './demo-duty.service.js';
import { DemoHomes } from './demo-homes.service.js';
import { DemoLoader } from './demo-loader.service.js';
import { DemoMatters } from './demo-matters.service.js';
import { DemoSociety } from './demo-society.service.js';

@Module({
  imports: [DeadlinesModule, IdentityModule, OrganisationModule, PlaybooksModule],
  providers: [DemoDeadlines, DemoDuty, DemoHomes, DemoLoader, DemoMatters, DemoSociety],
  exports: [DemoLoader],
})
export class DemoModule {}
