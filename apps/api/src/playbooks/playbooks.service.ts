import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import {
  type Category,
  categoryPath,
  type CategoryPolicy,
  dutyCatalogueOf,
  type DutyReason,
  type MatterTemplate,
} from '@linshao/domain';
import { AreaPathHolders } from '../organisation/area-path-holders.service.js';
import type { Caller } from '../platform/auth/caller.js';
import type { Config } from '../platform/config/config.js';
import { CONFIG } from '../platform/config/config.module.js';
import { Problem } from '../platform/http/problem.js';
import type { CategoryView } from './playbooks.dto.js';
import { PlaybooksRepository } from './playbooks.repository.js';
import {
  type CategoryInForce,
  placePolicy,
  type StoredPlaybook,
  toStored,
  withoutCategory,
} from './stored-playbook.js';

export type { CategoryInForce, StoredPlaybook } from './stored-playbook.js';

interface InForce {
  /** Null where nobody has configured anything. */
  readonly stored: StoredPlaybook | null;
  /** Categories that orders still have and the playbook no longer. */
  readonly gone: Map<string, CategoryInForce>;
  readonly until: number;
}

/** A changed playbook reaches every process within this time. */
const CACHE_MS = 5_000;
const CACHED_AREAS = 2_000;
const CACHED_VERSIONS = 500;

@Injectable()
export class PlaybooksService implements OnModuleInit {
  private readonly cache = new Map<string, InForce>();
  private readonly versions = new Map<string, StoredPlaybook>();

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly repository: PlaybooksRepository,
    private readonly holders: AreaPathHolders,
  ) {}

  onModuleInit(): void {
    this.holders.add({ table: 'playbooks', column: 'area_path', noun: '诉求类别配置' });
  }

  /** The tree a caller chooses from: that of their home, else that of the city. */
  async categories(caller: Caller | null): Promise<CategoryView[]> {
    const cityId = caller?.cityId ?? this.config.cityId;
    const { playbook } = await this.configured(cityId, caller?.homeAreaPath ?? String(cityId));
    return playbook.categories.map(toView);
  }

  /**
   * For what is new: only what the playbook in force has.
   * @throws Problem 422 `order.category_unknown`
   */
  async category(cityId: number, areaPath: string, code: string): Promise<CategoryInForce> {
    const found = (await this.configured(cityId, areaPath)).byCode.get(code);
    if (!found)
      throw new Problem(422, 'order.category_unknown', '没有这个类别，请重新选择', { facts: { category: code } });
    return found;
  }

  /**
   * For an order that exists, which must go on whatever became of its category: as in force, else as the last stored
   * version had it, else by what the place promises anyway.
   */
  async categoryOfOrder(cityId: number, areaPath: string, code: string): Promise<CategoryInForce> {
    const { stored, gone } = await this.inForce(cityId, areaPath);
    const known = stored?.byCode.get(code) ?? gone.get(code);
    if (known) return known;
    const last = await this.repository.lastWith(cityId, areaPath, code);
    const found = last ? this.remember(cityId, toStored(last)).byCode.get(code) : undefined;
    const category = found ?? withoutCategory(code, stored);
    gone.set(code, category);
    return category;
  }

  /** A version, in force or not, removed or not; null when it is not stored. */
  async version(cityId: number, playbookId: string): Promise<StoredPlaybook | null> {
    const known = this.versions.get(`${cityId} ${playbookId}`);
    if (known) return known;
    const row = await this.repository.byId(cityId, playbookId);
    return row && this.remember(cityId, toStored(row));
  }

  /** What was promised under a version; what it does not name has the place's defaults of then. */
  async policyOf(cityId: number, playbookId: string | null, category: string | null): Promise<CategoryPolicy> {
    const stored = playbookId === null ? null : await this.version(cityId, playbookId);
    return (category !== null && stored?.byCode.get(category)?.policy) || placePolicy(stored);
  }

  /** A code and everything below it, for filters; a code that left the playbook has nothing below it. */
  async withChildren(cityId: number, areaPath: string, code: string): Promise<readonly string[]> {
    const found = (await this.inForce(cityId, areaPath)).stored?.byCode.get(code);
    return found ? codesOf(found.category) : [];
  }

  /** Names for display; a code that left the playbook shows as itself. */
  async names(cityId: number, areaPath: string): Promise<(code: string) => string> {
    const { stored } = await this.inForce(cityId, areaPath);
    return (code) => stored?.byCode.get(code)?.name ?? code;
  }

  /** Codes from the top category down to a code; the code alone when it left the playbook. */
  async paths(cityId: number, areaPath: string): Promise<(code: string) => readonly string[]> {
    const { stored } = await this.inForce(cityId, areaPath);
    return (code) => {
      const path = categoryPath(stored?.playbook.categories ?? [], code);
      return path.length > 0 ? path.map((category) => category.code) : [code];
    };
  }

  /** 民生事项: what may be applied for at a place; nothing where nobody configured any. */
  async matterTemplates(cityId: number, areaPath: string): Promise<readonly MatterTemplate[]> {
    const { stored } = await this.inForce(cityId, areaPath);
    return stored?.playbook.matterTemplates ?? [];
  }

  /** 职责清单 of an area: the reasons for which a unit may object to an order. */
  async dutyCatalogue(cityId: number, areaPath: string): Promise<readonly DutyReason[]> {
    const { stored } = await this.inForce(cityId, areaPath);
    return dutyCatalogueOf(stored?.playbook ?? {});
  }

  /** To be called after the commit of a change; other processes see it within seconds. */
  forget(): void {
    this.cache.clear();
  }

  private async configured(cityId: number, areaPath: string): Promise<StoredPlaybook> {
    const { stored } = await this.inForce(cityId, areaPath);
    if (!stored) throw new Problem(409, 'playbook.missing', '这里还没有配置诉求类别，请联系管理员');
    return stored;
  }

  private async inForce(cityId: number, areaPath: string): Promise<InForce> {
    const key = `${cityId} ${areaPath}`;
    const cached = this.cache.get(key);
    if (cached && cached.until > performance.now()) return cached;
    const row = await this.repository.inForce(cityId, areaPath);
    const stored = row && (this.versions.get(`${cityId} ${row.id}`) ?? this.remember(cityId, toStored(row)));
    const entry: InForce = { stored, gone: new Map(), until: performance.now() + CACHE_MS };
    if (this.cache.size >= CACHED_AREAS) this.cache.clear();
    this.cache.set(key, entry);
    return entry;
  }

  private remember(cityId: number, stored: StoredPlaybook): StoredPlaybook {
    if (this.versions.size >= CACHED_VERSIONS) this.versions.clear();
    this.versions.set(`${cityId} ${stored.id}`, stored);
    return stored;
  }
}

const codesOf = (category: Category): string[] => [category.code, ...(category.children ?? []).flatMap(codesOf)];

const toView = ({ code, name, kinds, children = [] }: Category): CategoryView => ({
  code,
  name,
  kinds: [...kinds],
  children: children.map(toView),
});
