import { ANSWERING_ROLES } from '@linshao/domain';
import { Injectable } from '@nestjs/common';
import { OfficeHolders } from '../organisation/office-holders.service.js';
import type { Sql } from '../platform/database/database.js';

/** Who answers for a community now: whoever holds its desk, or stands in; where nobody does, the desk above. */
@Injectable()
export class DeskHolders {
  constructor(private readonly offices: OfficeHolders) {}

  async of(sql: Sql, cityId: number, areaPaths: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> {
    const paths = [...new Set(areaPaths)];
    const asked = paths.flatMap((areaPath) => ANSWERING_ROLES.map((role) => ({ role, areaPath })));
    const found = await this.offices.find(sql, cityId, asked);
    return new Map(
      paths.map((path, index) => {
        const desk = found.slice(index * ANSWERING_ROLES.length, (index + 1) * ANSWERING_ROLES.length);
        const there = desk.filter(({ vacant }) => !vacant);
        const asking = there.length > 0 ? there : desk;
        return [path, [...new Set(asking.flatMap(({ personIds }) => personIds))]];
      }),
    );
  }
}
