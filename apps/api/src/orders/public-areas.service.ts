import { type AreaLevel, type AreaPath, ancestorsOf, publicArea } from '@linshao/domain';
import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.js';
import type { AreaRef } from './order-view.dto.js';

/** Where an order is, for those who may not see all of it: its grid or estate, never the building somebody lives in. */
@Injectable()
export class PublicAreas {
  constructor(private readonly database: Database) {}

  /** One query for any number of places. */
  async of(cityId: number, paths: readonly AreaPath[]): Promise<(path: AreaPath) => AreaRef> {
    const around = (path: AreaPath): AreaPath[] => [...ancestorsOf(path), path];
    const wanted = [...new Set(paths.flatMap(around))];
    const rows =
      wanted.length === 0
        ? []
        : await this.database.rows<{ path: AreaPath; name: string; level: AreaLevel }>(
            'SELECT path, name, level FROM areas WHERE city_id = $1 AND path = ANY($2::text[])',
            [cityId, wanted],
          );
    const known = new Map(rows.map((row) => [row.path, row]));
    return (path) =>
      publicArea(around(path).flatMap((each) => known.get(each) ?? [])) ?? { path: String(cityId), name: '' };
  }
}
