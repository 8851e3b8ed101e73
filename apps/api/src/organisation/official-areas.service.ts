import { cityIdOf, type OfficialArea, officialAreaReader } from '@linshao/domain';
import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.js';
import { nextId } from '../platform/ids.js';
import { AreaChangesRepository } from './area-changes.repository.js';
import { type KnownArea, OfficialAreasRepository } from './official-areas.repository.js';

export interface LoadCount {
  readonly cities: number;
  readonly added: number;
  readonly renamed: number;
  readonly unchanged: number;
  /** In the database, but not in the file any more. They stay: people and orders may belong to them. */
  readonly missing: number;
}

const NOTHING: LoadCount = { cities: 0, added: 0, renamed: 0, unchanged: 0, missing: 0 };

interface LoadOptions {
  /** Loads this city only. */
  readonly cityId?: number;
  /** Told after each city. */
  readonly progress?: (count: LoadCount) => void;
}

/** Loads official areas from the file that tools-data/areas makes: a city, or the whole country. */
@Injectable()
export class OfficialAreasService {
  constructor(
    private readonly database: Database,
    private readonly official: OfficialAreasRepository,
    private readonly changes: AreaChangesRepository,
  ) {}

  /**
   * Each city is one transaction and the only thing in memory; loading a file twice changes nothing.
   * @param lines of the file, the head line first.
   * @throws Error naming the line when the file is damaged; cities before it are loaded.
   */
  async load(
    lines: AsyncIterable<string> | Iterable<string>,
    { cityId, progress }: LoadOptions = {},
  ): Promise<LoadCount> {
    const read = officialAreaReader();
    let source: string | null = null;
    let city: OfficialArea[] = [];
    let total = NOTHING;
    const finish = async (): Promise<void> => {
      const [top] = city;
      if (!top || (cityId !== undefined && cityIdOf(top.path) !== cityId)) return;
      total = sum(total, await this.loadCity(cityIdOf(top.path), city, source ?? 'unknown'));
      progress?.(total);
    };
    for await (const line of lines) {
      source ??= sourceOf(line);
      const area = read(line);
      if (!area) continue;
      if (area.level === 'city') {
        await finish();
        city = [];
      }
      city.push(area);
    }
    await finish();
    await this.official.refreshStatistics();
    return total;
  }

  private loadCity(cityId: number, areas: readonly OfficialArea[], source: string): Promise<LoadCount> {
    return this.database.transaction(async (tx) => {
      await this.changes.lockTree(tx, cityId, 'alone');
      const known = new Map((await this.official.ofCity(tx, cityId)).map((area) => [area.path, area]));
      const ids = new Map(areas.map(({ code, path }) => [code, known.get(path)?.id ?? nextId()]));
      const idOf = (code: string): string => ids.get(code) ?? '';
      const added = areas.filter(({ path }) => !known.has(path));
      const renamed = areas.flatMap(({ path, name }): KnownArea[] => {
        const area = known.get(path);
        return area && area.name !== name ? [{ ...area, name, source }] : [];
      });
      for (const area of areas) if (area.level === 'city') await this.official.saveCity(tx, cityId, area);
      await this.changes.insert(
        tx,
        cityId,
        added.map(({ code, name, level, path, parentCode }) => ({
          id: idOf(code),
          code,
          name,
          level,
          path,
          parentId: parentCode === null ? null : idOf(parentCode),
          polygon: null,
          households: null,
          source,
        })),
      );
      await this.official.rename(tx, cityId, renamed);
      const unchanged = areas.length - added.length - renamed.length;
      const missing = known.size - unchanged - renamed.length;
      return { cities: 1, added: added.length, renamed: renamed.length, unchanged, missing };
    });
  }
}

function sum(a: LoadCount, b: LoadCount): LoadCount {
  return {
    cities: a.cities + b.cities,
    added: a.added + b.added,
    renamed: a.renamed + b.renamed,
    unchanged: a.unchanged + b.unchanged,
    missing: a.missing + b.missing,
  };
}

/** What every loaded row says about its origin, from the file's head line; without one the file's name must do. */
function sourceOf(headLine: string): string {
  const head: unknown = JSON.parse(headLine);
  const { source, asOf } = (Array.isArray(head) ? {} : head) as { source?: unknown; asOf?: unknown };
  return `统计用区划代码 ${typeof asOf === 'string' ? asOf : ''}（${typeof source === 'string' ? source.split(',')[0] : '来源不详'}）`;
}
