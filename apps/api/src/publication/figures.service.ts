import { Injectable } from '@nestjs/common';
import { activePosts, covers, ORDER_KIND_NAMES, type OrderKind, type Role, type TimeLimit } from '@linshao/domain';
import { type Area, AreasService } from '../organisation/areas.service.js';
import type { Caller } from '../platform/auth/caller.js';
import { Clock } from '../platform/clock/clock.js';
import { Problem } from '../platform/http/problem.js';
import { invalid } from '../platform/http/validation.js';
import { PlaybooksService } from '../playbooks/playbooks.service.js';
import type { FigureGroup, Figures, FigureSet, FiguresQuery, Share } from './figures.dto.js';
import { endOfPeriod, startOfPeriod } from './period.js';
import { type CategoryRule, type FigureCounts, type FigureScope, FiguresRepository } from './figures.repository.js';

const READERS: ReadonlySet<Role> = new Set<Role>(['supervisor', 'secretary', 'dispatcher', 'regulator']);

/** How an area keeps its promises, with the sample behind every rate. */
@Injectable()
export class FiguresService {
  constructor(
    private readonly repository: FiguresRepository,
    private readonly areas: AreasService,
    private readonly playbooks: PlaybooksService,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 403 beyond the caller's areas, 422 for an unknown area */
  async figures(caller: Caller, { area: wanted, category, from, to, by }: FiguresQuery): Promise<Figures> {
    const area = await this.areaOf(caller, wanted);
    const scope: FigureScope = {
      cityId: caller.cityId,
      areaPath: area.path,
      categories: category ? await this.playbooks.withChildren(caller.cityId, area.path, category) : null,
      from: from === undefined ? null : real('from', startOfPeriod(from)),
      until: to === undefined ? null : real('to', endOfPeriod(to)),
    };
    if (scope.from && scope.until && scope.from >= scope.until)
      throw invalid([{ field: 'to', code: 'period', message: '截止时间应晚于起始时间' }]);
    const rules = await this.rulesOf(scope);
    const counts = await this.repository.counts(scope, by, rules);
    const names = await this.namesOf(scope, by, counts, rules);
    return {
      area: { path: area.path, name: area.name },
      from: scope.from,
      until: scope.until,
      total: toSet(counts.find(({ key }) => key === null)),
      rows: counts
        .flatMap((row) => (row.key === null ? [] : [{ key: row.key, name: names(row.key), ...toSet(row) }]))
        .sort((a, b) => (a.key < b.key ? -1 : 1)),
    };
  }

  private async areaOf(caller: Caller, wanted: string | undefined): Promise<Area> {
    const paths = activePosts(caller.actor, this.clock.now())
      .filter(({ role }) => READERS.has(role))
      .map(({ scope }) => scope.areaPath)
      .sort((a, b) => a.length - b.length);
    const asked = wanted ?? paths[0] ?? '';
    const area = await this.areas.areaNamed(caller.cityId, asked);
    if (!area) throw new Problem(422, 'area.unknown', '没有找到这个区域，请核对区域代码', { facts: { area: asked } });
    if (paths.some((path) => covers(path, area.path))) return area;
    throw new Problem(403, 'figures.beyond_area', '只能查看您所管范围内的统计');
  }

  /** The reply promise of every category that occurs; one that left its playbook keeps its orders but promises nothing. */
  private async rulesOf({ cityId, categories, ...scope }: FigureScope): Promise<CategoryRule[]> {
    const found = await this.repository.categories({ cityId, categories, ...scope });
    return Promise.all(
      found.map(async ({ category: code, area_path: place }) => {
        const category = await this.playbooks.category(cityId, place, code).catch(() => null);
        const [top = code] = (await this.playbooks.paths(cityId, place))(code);
        const group = categories ? code : top;
        return {
          code,
          reply_minutes: category && minutesOf(category.policy.reply),
          group,
          group_name: (await this.playbooks.names(cityId, place))(group),
        };
      }),
    );
  }

  private async namesOf(
    { cityId, areaPath }: FigureScope,
    by: FigureGroup | undefined,
    counts: readonly FigureCounts[],
    rules: readonly CategoryRule[],
  ): Promise<(key: string) => string> {
    switch (by) {
      case 'area': {
        const areas = await Promise.all(counts.map(({ key }) => this.areas.areaByPath(cityId, key ?? areaPath)));
        return (key) => areas.find((area) => area?.path === key)?.name ?? key;
      }
      case 'category':
        return (key) => rules.find(({ group }) => group === key)?.group_name ?? key;
      case 'kind':
        return (key) => ORDER_KIND_NAMES[key as OrderKind];
      case 'month':
      case undefined:
        return (key) => key;
    }
  }
}

function real(field: string, moment: Date | null): Date {
  if (moment === null) throw invalid([{ field, code: 'period', message: '没有这一天，请核对日期' }]);
  return moment;
}

/** Null for promises in days or working time: whether those were kept is for the deadlines to say. */
const minutesOf = ({ amount, unit, clock }: TimeLimit): number | null => {
  if (clock !== 'natural') return null;
  return unit === 'minutes' ? amount : unit === 'hours' ? amount * 60 : null;
};

function toSet(row: FigureCounts | undefined): FigureSet {
  return {
    orders: row?.orders ?? 0,
    replied: share(row?.replied, row?.orders),
    repliedInTime: share(row?.in_time, row?.reply_due),
    handled: share(row?.handled, row?.to_handle),
    solved: share(row?.solved, row?.said),
    solvedByResident: share(row?.rated_solved, row?.rated),
    satisfied: share(row?.satisfied, row?.rated),
    medianMinutesToReply: row?.minutes_to_reply ?? null,
    medianMinutesToHandle: row?.minutes_to_handle ?? null,
  };
}

function share(numerator = 0, denominator = 0): Share {
  return {
    share: denominator < 1 ? null : Math.round((numerator / denominator) * 10_000) / 10_000,
    numerator,
    denominator,
  };
}
