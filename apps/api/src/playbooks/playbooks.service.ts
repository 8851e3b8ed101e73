import { Inject, Injectable } from '@nestjs/common';
import { type Category, categoryPath, type CategoryPolicy, isLeaf, type Playbook, policyFor } from '@linshao/domain';
import type { Caller } from '../platform/auth/caller.js';
import type { Config } from '../platform/config/config.js';
import { CONFIG } from '../platform/config/config.module.js';
import { Problem } from '../platform/http/problem.js';
import type { CategoryView } from './playbooks.dto.js';
import { PlaybooksRepository } from './playbooks.repository.js';

/** A category as orders need it: itself, its policy with everything inherited, whether it takes orders. */
export interface CategoryInForce {
  readonly code: string;
  readonly name: string;
  readonly category: Category;
  readonly isLeaf: boolean;
  readonly policy: CategoryPolicy;
}

interface InForce {
  readonly playbook: Playbook;
  readonly byCode: ReadonlyMap<string, CategoryInForce>;
  readonly until: number;
}

/** A changed playbook reaches every process within this time. */
const CACHE_MS = 5_000;
const CACHED_AREAS = 2_000;

@Injectable()
export class PlaybooksService {
  private readonly cache = new Map<string, InForce>();

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly repository: PlaybooksRepository,
  ) {}

  /** The tree a caller chooses from: that of their home, else that of the city. */
  async categories(caller: Caller | null): Promise<CategoryView[]> {
    const cityId = caller?.cityId ?? this.config.cityId;
    const { playbook } = await this.inForce(cityId, caller?.homeAreaPath ?? String(cityId));
    return playbook.categories.map(toView);
  }

  /** @throws Problem 422 `order.category_unknown` */
  async category(cityId: number, areaPath: string, code: string): Promise<CategoryInForce> {
    const found = (await this.inForce(cityId, areaPath)).byCode.get(code);
    if (!found)
      throw new Problem(422, 'order.category_unknown', '没有这个类别，请重新选择', { facts: { category: code } });
    return found;
  }

  /** A code and everything below it, for filters; empty for an unknown code. */
  async withChildren(cityId: number, areaPath: string, code: string): Promise<readonly string[]> {
    const found = (await this.inForce(cityId, areaPath)).byCode.get(code);
    return found ? codesOf(found.category) : [];
  }

  /** Names for display; a code that left the playbook shows as itself. */
  async names(cityId: number, areaPath: string): Promise<(code: string) => string> {
    const { byCode } = await this.inForce(cityId, areaPath);
    return (code) => byCode.get(code)?.name ?? code;
  }

  /** Codes from the top category down to a code; the code alone when it left the playbook. */
  async paths(cityId: number, areaPath: string): Promise<(code: string) => readonly string[]> {
    const { playbook } = await this.inForce(cityId, areaPath);
    return (code) => {
      const path = categoryPath(playbook.categories, code);
      return path.length > 0 ? path.map((category) => category.code) : [code];
    };
  }

  private async inForce(cityId: number, areaPath: string): Promise<InForce> {
    const key = `${cityId} ${areaPath}`;
    const cached = this.cache.get(key);
    if (cached && cached.until > performance.now()) return cached;
    const playbook = await this.repository.inForce(cityId, areaPath);
    if (!playbook) throw new Problem(409, 'playbook.missing', '这里还没有配置诉求类别，请联系管理员');
    const entry: InForce = { playbook, byCode: index(playbook), until: performance.now() + CACHE_MS };
    if (this.cache.size >= CACHED_AREAS) this.cache.clear();
    this.cache.set(key, entry);
    return entry;
  }
}

function index(playbook: Playbook): ReadonlyMap<string, CategoryInForce> {
  const byCode = new Map<string, CategoryInForce>();
  const visit = (category: Category): void => {
    const { code, name, children = [] } = category;
    const policy = policyFor(playbook.categories, code, playbook.policy);
    if (policy) byCode.set(code, { code, name, category, isLeaf: isLeaf(category), policy });
    children.forEach(visit);
  };
  playbook.categories.forEach(visit);
  return byCode;
}

const codesOf = (category: Category): string[] => [category.code, ...(category.children ?? []).flatMap(codesOf)];

const toView = ({ code, name, kinds, children = [] }: Category): CategoryView => ({
  code,
  name,
  kinds: [...kinds],
  children: children.map(toView),
});
