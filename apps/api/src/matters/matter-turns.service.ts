import { type AreaPath, areaOfStep, type Matter, type TemplateStep } from '@linshao/domain';
import { Injectable } from '@nestjs/common';
import { OfficeHolders } from '../organisation/office-holders.service.js';
import type { Sql } from '../platform/database/database.js';

/** Whose turn a step is. */
export interface Turn {
  /** Who holds the step's post or stands in for it, here or in the nearest area above. */
  readonly holderIds: readonly string[];
  /** Who is told: the holders, and where there are none the secretary, who sees to it. */
  readonly toldIds: readonly string[];
}

/** Finds the people behind the posts of steps, as they are at this moment. */
@Injectable()
export class MatterTurns {
  constructor(private readonly holders: OfficeHolders) {}

  async of(sql: Sql, cityId: number, areaPath: AreaPath, { role, level }: TemplateStep): Promise<Turn> {
    const [office, secretary] = await this.holders.find(sql, cityId, [
      { role, areaPath: areaOfStep(areaPath, level) },
      { role: 'secretary', areaPath },
    ]);
    const holderIds = office?.personIds ?? [];
    return { holderIds, toldIds: holderIds.length > 0 ? holderIds : (secretary?.personIds ?? []) };
  }

  /** Of the step it stands at. */
  async now(sql: Sql, cityId: number, { areaPath, steps, step }: Matter): Promise<Turn> {
    const at = steps[step];
    return at ? this.of(sql, cityId, areaPath, at) : { holderIds: [], toldIds: [] };
  }
}
