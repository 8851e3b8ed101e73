import { hasWall, postAt, ROLE_NAMES, startOfShanghaiDay, shanghaiDay, shanghaiIso, wallPlace } from '@linshao/domain';
import { Inject, Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { DutyNowService } from '../duty/duty-now.service.js';
import { type Area, AreasService } from '../organisation/areas.service.js';
import { type BoardBytes, BoardCache } from '../platform/boards/board-cache.js';
import { Clock } from '../platform/clock/clock.js';
import type { Config } from '../platform/config/config.js';
import { CONFIG } from '../platform/config/config.module.js';
import { Problem } from '../platform/http/problem.js';
import { PlaybooksService } from '../playbooks/playbooks.service.js';
import type { Wall, WallDuty } from './wall.dto.js';
import { matterOnWall, namesNeeded, orderOnWall, supervisionOnWall, totalsOf } from './wall-rows.js';
import { WallRepository } from './wall.repository.js';

/** Orders older than this do not count among today's replies. */
const REPLY_DAYS = 7;

/** The wall of the city of this cell, for everybody; made once a second at most, however many look. */
@Injectable()
export class WallService {
  private readonly cityId: number;

  constructor(
    @Inject(CONFIG) config: Config,
    private readonly repository: WallRepository,
    private readonly areas: AreasService,
    private readonly playbooks: PlaybooksService,
    private readonly duty: DutyNowService,
    private readonly cache: BoardCache,
    private readonly clock: Clock,
  ) {
    this.cityId = config.cityId;
  }

  async wall(url: string, reference: string): Promise<BoardBytes> {
    return this.of(await this.placeOf(reference), url);
  }

  /** @param onMade told when a new page is being made, before anything of it is read */
  of(place: Area, url = '', onMade: () => void = () => undefined): Promise<BoardBytes> {
    return this.cache.get(
      url,
      keyOf(place),
      () => {
        onMade();
        return this.make(place);
      },
      ({ at: _, ...wall }) => wall,
    );
  }

  forget(place: Area): void {
    this.cache.forget(keyOf(place));
  }

  versions(paths: readonly string[]): Promise<ReadonlyMap<string, number>> {
    return this.repository.versions(this.cityId, paths);
  }

  /**
   * The community or sub-district a reference means; inside a community, its community.
   * @throws Problem 422 for an area nobody knows, or one too large for a wall
   */
  async placeOf(reference: string): Promise<Area> {
    const found = await this.areas.areaNamed(this.cityId, reference);
    const place = found && (await this.areas.areaByPath(this.cityId, wallPlace(found.path)));
    if (!place)
      throw new Problem(422, 'area.unknown', '没有找到这个区域，请核对区域代码', { facts: { area: reference } });
    if (hasWall(place.level)) return place;
    throw new Problem(422, 'wall.area_too_large', '督办墙按社区或街道查看，请选择具体的社区或街道');
  }

  private async make({ path, name }: Area): Promise<Wall> {
    const now = this.clock.now();
    const today = startOfShanghaiDay(shanghaiDay(now));
    const [matters, orders, supervision, replies, lamps, duty, categoryName] = await Promise.all([
      this.repository.matters(this.cityId, path),
      this.repository.orders(this.cityId, path),
      this.repository.supervision(this.cityId, path),
      this.repository.replies(this.cityId, path, today, firstIdOf(shanghaiDay(now) - REPLY_DAYS)),
      this.repository.lamps(this.cityId, path, today, startOfMonth(now)),
      this.dutyAt(path, name),
      this.playbooks.names(this.cityId, path),
    ]);
    const names = await this.repository.areaNames(this.cityId, namesNeeded({ matters, orders, supervision }));
    const nameOf = (area: string): string => names.get(area) ?? '';
    return {
      area: { path, name },
      at: shanghaiIso(now),
      totals: totalsOf({ matters, orders, supervision }),
      matters: matters.map((row) => matterOnWall(row, nameOf, now)),
      orders: orders.map((row) => orderOnWall(row, nameOf, categoryName)),
      supervision: supervision.map((row) => supervisionOnWall(row, nameOf)),
      replies: {
        count: replies.count,
        inTimeShare: replies.sample === 0 ? null : Math.round((replies.kept / replies.sample) * 1000) / 1000,
        sample: replies.sample,
      },
      lamps,
      duty,
    };
  }

  /** By the place and the office: what a post is called may name whoever holds it. */
  private async dutyAt(path: string, name: string): Promise<WallDuty | null> {
    const { now } = await this.duty.now(null, path);
    return now && { post: postAt(name, ROLE_NAMES.duty_officer), from: now.from, until: now.to };
  }
}

const keyOf = ({ path }: Area): string => `wall ${path}`;

/** No id of that Shanghai day or a later one is smaller. */
const firstIdOf = (day: number): string =>
  uuidv7({ msecs: startOfShanghaiDay(day).getTime(), seq: 0, random: new Uint8Array(16) });

function startOfMonth(now: Date): Date {
  const [year = 0, month = 1] = shanghaiIso(now).split('-').map(Number);
  return new Date(`${year}-${String(month).padStart(2, '0')}-01T00:00:00+08:00`);
}
