import { Injectable, type OnModuleInit } from '@nestjs/common';
import { activePosts, type AreaPath, rolesOver } from '@linshao/domain';
import { isUUID } from 'class-validator';
import { AreaPathHolders } from '../organisation/area-path-holders.service.js';
import { AreasService } from '../organisation/areas.service.js';
import type { Caller } from '../platform/auth/caller.js';
import { Clock } from '../platform/clock/clock.js';
import { decodeCursor, pageOf } from '../platform/http/cursor.js';
import { notFound } from '../platform/http/problem.js';
import { nextId } from '../platform/ids.js';
import { RobotKeys } from './robot-keys.js';
import type { AddRobot, ChangeRobot, RobotPage, RobotQuery, RobotView } from './robots.dto.js';
import { type RobotRow, RobotsRepository } from './robots.repository.js';

/** The group robots of the areas an administrator is responsible for. */
@Injectable()
export class RobotsService implements OnModuleInit {
  constructor(
    private readonly areas: AreasService,
    private readonly holders: AreaPathHolders,
    private readonly clock: Clock,
    private readonly keys: RobotKeys,
    private readonly robots: RobotsRepository,
  ) {}

  onModuleInit(): void {
    this.holders.add({ table: 'robots', column: 'area_path', noun: '群机器人' });
  }

  async list(caller: Caller, { cursor, limit }: RobotQuery): Promise<RobotPage> {
    const before = decodeCursor(cursor, [isUUID])?.[0]?.toString();
    const paths = administeredBy(caller, this.clock.now());
    return pageOf(await this.robots.list(caller.cityId, paths, before, limit), limit, toView, ({ id }) => [id]);
  }

  /** @throws Problem 404 for an area the caller does not administer */
  async add(caller: Caller, { areaId, key, name, purposes, mentions }: AddRobot): Promise<RobotView> {
    const area = await this.areas.areaById(caller.cityId, areaId);
    if (!area || !this.administers(caller, area.path))
      throw notFound('area.not_found', '没有这个区域，或不在您管理的范围内');
    const robot = {
      city_id: caller.cityId,
      id: nextId(),
      area_id: area.id,
      area_path: area.path,
      name,
      key_sealed: this.keys.seal(key),
      purposes,
      mentions,
    };
    await this.robots.add(robot, caller.personId);
    return toView({ ...robot, created_at: this.clock.now() });
  }

  async change(caller: Caller, id: string, { name, purposes, mentions }: ChangeRobot): Promise<RobotView> {
    const robot = { ...(await this.own(caller, id)), name, purposes, mentions };
    await this.robots.change(robot);
    return toView(robot);
  }

  async remove(caller: Caller, id: string): Promise<void> {
    await this.robots.remove(await this.own(caller, id));
  }

  private async own(caller: Caller, id: string): Promise<RobotRow> {
    const robot = await this.robots.find(caller.cityId, id);
    if (!robot || !this.administers(caller, robot.area_path)) throw notFound();
    return robot;
  }

  private administers({ actor }: Caller, path: AreaPath): boolean {
    return rolesOver(actor, path, this.clock.now()).has('administrator');
  }
}

/** Paths of the areas the caller administers. */
function administeredBy({ actor }: Caller, now: Date): AreaPath[] {
  return activePosts(actor, now)
    .filter(({ role }) => role === 'administrator')
    .map(({ scope }) => scope.areaPath);
}

const toView = ({ id, area_id, name, purposes, mentions, created_at }: RobotRow): RobotView => ({
  id,
  areaId: area_id,
  name,
  purposes: [...purposes],
  mentions: [...mentions],
  createdAt: created_at,
});
