import { placeCodePath, type PlaceCode } from '@linshao/domain';
import { Inject, Injectable } from '@nestjs/common';
import type { Config } from '../platform/config/config.js';
import { CONFIG } from '../platform/config/config.module.js';
import { AreaViewsService } from './area-views.service.js';
import { placeCodeSign } from './place-code-sign.js';

/** Codes that hang at places 地点码: whoever scans one reports from there without saying where they are. */
@Injectable()
export class PlaceCodesService {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly areas: AreaViewsService,
  ) {}

  /**
   * Where a browser goes that has opened a code: the form that reads it. A code that hangs somewhere always leads there;
   * whatever was added to its address on the way is left behind.
   */
  formOf(areaId: string, spot: unknown): string {
    const path = placeCodePath({ areaId, spot: typeof spot === 'string' ? spot : '' });
    return `/#/features/ordering/pages/new?kind=problem&q=${encodeURIComponent(path)}`;
  }

  /** @throws Problem 404 */
  async sign(cityId: number, code: PlaceCode): Promise<string> {
    const { name, ancestors } = await this.areas.show(cityId, code.areaId);
    const community = ancestors.find(({ level }) => level === 'community');
    const full = community === undefined ? name : `${community.name} ${name}`;
    return placeCodeSign(`${this.config.publicUrl}${placeCodePath(code)}`, full, code.spot);
  }
}
