import { Module } from '@nestjs/common';
import { IdentityModule } from '../identity/identity.module.js';
import { OrganisationModule } from '../organisation/organisation.module.js';
import { PlaybooksModule } from '../playbooks/playbooks.module.js';
import { DemoHomes } from './demo-homes.service.js';
import { DemoLoader } from './demo-loader.service.js';
import { DemoSociety } from './demo-society.service.js';

@Module({
  imports: [IdentityModule, OrganisationModule, PlaybooksModule],
  providers: [DemoHomes, DemoLoader, DemoSociety],
  exports: [DemoLoader],
})
export class DemoModule {}
