import type { AreaPath } from '@linshao/domain';
import { Injectable } from '@nestjs/common';
import { Database, type Sql } from '../platform/database/database.js';
import { AreaChangesRepository } from './area-changes.repository.js';
import { AreaReferencesRepository } from './area-references.repository.js';
import type { Area } from './area.js';
import { AreasRepository } from './areas.repository.js';

export type { Area } from './area.js';

/** Where other features find areas. A city's areas never meet another's. */
@Injectable()
export class AreasService {
  constructor(
    private readonly database: Database,
    private readonly repository: AreasRepository,
    private readonly references: AreaReferencesRepository,
    private readonly changes: AreaChangesRepository,
  ) {}

  areaById(cityId: number, id: string): Promise<Area | null> {
    return this.repository.byId(cityId, id);
  }

  areaByPath(cityId: number, path: AreaPath): Promise<Area | null> {
    return this.repository.byPath(cityId, path);
  }

  /**
   * By code. Official codes are unique in the city; below the community each community has its own G01, so such a code
   * counts here only while one single community uses it. To be sure, name the community before it: `320402003012/G01`.
   */
  async areaByCode(cityId: number, code: string): Promise<Area | null> {
    const [own = '', community = null] = code.split('/').reverse();
    const found = await this.repository.byCode(cityId, own, community);
    return found.length === 1 ? (found[0] ?? null) : null;
  }

  /** As people and programs name it: by its path, as everything shows it, or by its code (see `areaByCode`). */
  async areaNamed(cityId: number, reference: string): Promise<Area | null> {
    const byPath = reference.includes('/') ? await this.areaByPath(cityId, reference) : null;
    return byPath ?? this.areaByCode(cityId, reference);
  }

  /** C3: the smallest area whose border holds the point (GCJ-02 degrees); of two of the same size the one with the smaller path. */
  areaAtPoint(cityId: number, lng: number, lat: number): Promise<Area | null> {
    return this.repository.atPoint(cityId, lng, lat);
  }

  /** Many at once, as sheets name them: `320402003012` or `320402003012/G01`; by that name. */
  areasByReference(sql: Sql, cityId: number, references: readonly string[]): Promise<ReadonlyMap<string, Area>> {
    return this.references.find(sql, cityId, references);
  }

  /** Keeps the tree from changing its shape until the transaction ends, for those who copy many paths from it. */
  hold(sql: Sql, cityId: number): Promise<void> {
    return this.changes.lockTree(sql, cityId, 'shared');
  }

  /** The area of a path and everything below it, in the order of their paths. */
  subtree(cityId: number, path: AreaPath): Promise<Area[]> {
    return this.repository.subtree(cityId, path);
  }

  /** The areas above a path, the city first. */
  ancestors(cityId: number, path: AreaPath): Promise<Area[]> {
    return this.repository.ancestors(this.database, cityId, path);
  }
}
