import { AREA_LEVELS, gridSizeWarning, overlap } from '@linshao/domain';
import { Injectable } from '@nestjs/common';
import { decodeCursor, isText, pageOf } from '../platform/http/cursor.js';
import { Database, type Sql } from '../platform/database/database.js';
import { existing } from './area-problems.js';
import type { AreaInList } from './area.js';
import type { AreaDetailDto, AreaDto, AreaListQueryDto, AreaNameDto, AreaPageDto } from './areas.dto.js';
import { AreasRepository } from './areas.repository.js';
import { borderOf } from './border.field.js';
import { polygonFrom } from './polygon-column.js';

const nameOf = ({ id, code, name, level }: AreaNameDto): AreaNameDto => ({ id, code, name, level });

const viewOf = (area: AreaInList): AreaDto => ({
  ...nameOf(area),
  levelName: AREA_LEVELS[area.level].name,
  parentId: area.parentId,
  path: area.path,
  households: area.households,
  hasChildren: area.hasChildren,
  version: area.version,
});

/** What administrators and pickers see of the area tree. */
@Injectable()
export class AreaViewsService {
  constructor(
    private readonly database: Database,
    private readonly areas: AreasRepository,
  ) {}

  async list(cityId: number, query: AreaListQueryDto): Promise<AreaPageDto> {
    const { parentId, within, level, code, q, limit } = query;
    const cursor = decodeCursor(query.cursor, [isText]);
    const unfiltered = [parentId, within, level, code, q].every((filter) => filter === undefined);
    const inside = within === undefined ? null : existing(await this.areas.byId(cityId, within));
    const rows = await this.areas.list(
      cityId,
      {
        parentId: unfiltered ? null : parentId,
        withinPath: inside?.path,
        level,
        code,
        words: q,
        afterPath: cursor ? String(cursor[0]) : undefined,
      },
      limit,
    );
    return pageOf(rows, limit, viewOf, ({ path }) => [path]);
  }

  /** @throws Problem 404 */
  async show(cityId: number, id: string, sql: Sql = this.database): Promise<AreaDetailDto> {
    const area = existing(await this.areas.full(sql, cityId, id));
    const above = await this.areas.ancestors(sql, cityId, area.path);
    const polygon = polygonFrom(area.polygon);
    const warnings: string[] = [];
    if (area.level === 'grid' && area.households !== null) {
      const warning = gridSizeWarning(area.households);
      if (warning) warnings.push(warning);
    }
    if (polygon) {
      for (const neighbour of await this.areas.neighbours(sql, cityId, id)) {
        const border = polygonFrom(neighbour.polygon);
        if (border && overlap(polygon, border))
          warnings.push(`边界与“${neighbour.name}”重叠，重叠处的诉求归面积较小的一个。`);
      }
    }
    return {
      ...viewOf(area),
      polygon: polygon && borderOf(polygon),
      source: area.source,
      ancestors: above.map(nameOf),
      warnings,
    };
  }

  /** @throws Problem 404 where nobody has drawn a border yet. */
  async at(cityId: number, lng: number, lat: number): Promise<AreaDetailDto> {
    const { id } = existing(await this.areas.atPoint(cityId, lng, lat));
    return this.show(cityId, id);
  }
}
