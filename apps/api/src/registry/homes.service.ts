import { Injectable } from '@nestjs/common';
import { type HomeDto, Homes } from '../identity/homes.service.js';
import { ResidenciesRepository } from './residencies.repository.js';
import { ResidencyViews } from './residency-views.service.js';

/** A person's own registrations, for their own page. */
@Injectable()
export class HomesService extends Homes {
  constructor(
    private readonly residencies: ResidenciesRepository,
    private readonly views: ResidencyViews,
  ) {
    super();
  }

  async of(cityId: number, personId: string): Promise<HomeDto[]> {
    const homes = await this.views.of(cityId, await this.residencies.ofPerson(cityId, personId));
    return homes
      .filter(({ state }) => state !== 'ended')
      .map(({ id, state, relation, address, areaId, areaPath }) => ({
        id,
        state,
        relation,
        address,
        areaId,
        areaPath,
      }));
  }
}
