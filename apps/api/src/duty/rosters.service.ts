import { activePosts, mayKeepRoster, DUTY_STAFF } from '@linshao/domain';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { AreaPathHolders } from '../organisation/area-path-holders.service.js';
import type { Caller } from '../platform/auth/caller.js';
import { Clock } from '../platform/clock/clock.js';
import { Database } from '../platform/database/database.js';
import { decodeCursor, isText, pageOf } from '../platform/http/cursor.js';
import { Problem, problemOf } from '../platform/http/problem.js';
import { nextId } from '../platform/ids.js';
import { RosterAccess } from './roster-access.service.js';
import type { KeepRosterDto, RosterDto, RosterPageDto, RosterPageQueryDto } from './roster.dto.js';
import { type RosterInList, RostersRepository } from './rosters.repository.js';
import { ShiftsRepository } from './shifts.repository.js';

/** Rosters 值班表: the areas in which somebody is always to be on duty. */
@Injectable()
export class RostersService implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly access: RosterAccess,
    private readonly rosters: RostersRepository,
    private readonly shifts: ShiftsRepository,
    private readonly paths: AreaPathHolders,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.paths.add({ table: 'duty_rosters', column: 'area_path', noun: '值班表' });
  }

  async list({ cityId, actor }: Caller, query: RosterPageQueryDto): Promise<RosterPageDto> {
    const cursor = decodeCursor(query.cursor, [isText]);
    const staff = activePosts(actor, this.clock.now()).filter(({ role }) => DUTY_STAFF.some((one) => one === role));
    const paths = staff.map(({ scope }) => scope.areaPath);
    const after = cursor ? String(cursor[0]) : undefined;
    const rows = await this.rosters.within(cityId, paths, after, query.limit);
    return pageOf(rows, query.limit, viewOf, ({ areaPath }) => [areaPath]);
  }

  async keep(caller: Caller, { area: reference, name }: KeepRosterDto): Promise<RosterDto> {
    const { cityId, actor, personId: createdBy } = caller;
    const area = await this.access.area(cityId, reference);
    const decision = mayKeepRoster(actor, area.path, this.clock.now());
    if (!decision.ok) throw problemOf(decision);
    const roster = { id: nextId(), areaId: area.id, areaPath: area.path, name: name ?? `${area.name}值班员` };
    const id = await this.rosters.keep(this.database, cityId, { ...roster, createdBy });
    return { id, areaPath: area.path, areaName: area.name, name: roster.name };
  }

  /** The area no longer promises that somebody is on duty. What is planned must be cancelled knowingly before. */
  async end(caller: Caller, id: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      const roster = await this.access.toKeep(tx, caller, id);
      const filter = { cityId: caller.cityId, rosterId: roster.id, endsAfter: this.clock.now() };
      const planned = await this.shifts.list({ ...filter, beginsBefore: null, after: null }, 1, tx);
      if (planned.length > 0)
        throw new Problem(409, 'duty.still_planned', '这张值班表还有没值完的班，请先取消这些班次');
      await this.rosters.end(tx, caller.cityId, roster.id);
    });
  }
}

const viewOf = ({ id, areaPath, areaName, name }: RosterInList): RosterDto => ({ id, areaPath, areaName, name });
