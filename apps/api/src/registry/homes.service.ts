import { Injectable } from '@nestjs/common';
import type { HomeDto } from '../identity/home.dto.js';
import { Homes } from '../identity/homes.js';
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
    return homes.map(({ id, state, relation, address, areaId, areaPath }) => ({
      id,
      state,
      relation,
      address,
      areaId,
      areaPath,
    }));
  }
}
