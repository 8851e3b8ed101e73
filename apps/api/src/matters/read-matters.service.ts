import {
  activePosts,
  MATTER_OFFICES,
  maySeeMatter,
  permittedMatterActions,
  postOver,
  receivingAreas,
  refuse,
  type Role,
  STEP_ROLES,
} from '@linshao/domain';
import { Inject, Injectable } from '@nestjs/common';
import { AreasService } from '../organisation/areas.service.js';
import type { Caller } from '../platform/auth/caller.js';
import { Clock } from '../platform/clock/clock.js';
import type { Config } from '../platform/config/config.js';
import { CONFIG } from '../platform/config/config.module.js';
import { Database } from '../platform/database/database.js';
import { decodeCursor, isId, pageOf } from '../platform/http/cursor.js';
import { Problem, problemOf } from '../platform/http/problem.js';
import { PlaybooksService } from '../playbooks/playbooks.service.js';
import type { MatterFilters, MatterPage, MatterTemplateView, MatterView, TemplateQuery } from './matter.dto.js';
import { toMatter } from './matter-row.js';
import { MatterTurns } from './matter-turns.service.js';
import { stepOf, toAction, toHistory, toItem, toSteps } from './matter-views.js';
import { type MatterBranch, MattersRepository } from './matters.repository.js';

const PAGE = 20;

/** Applications as each caller may see them. */
@Injectable()
export class ReadMattersService {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly database: Database,
    private readonly repository: MattersRepository,
    private readonly playbooks: PlaybooksService,
    private readonly areas: AreasService,
    private readonly turns: MatterTurns,
    private readonly clock: Clock,
  ) {}

  async list(caller: Caller, query: MatterFilters): Promise<MatterPage> {
    const { state, template, overdue, mine = false, limit = PAGE } = query;
    const after = decodeCursor(query.cursor, [isId]);
    const now = this.clock.now();
    const rows = await this.repository.list(
      caller.cityId,
      mine ? [ownBranch(caller, now)] : branchesOf(caller, now),
      {
        states: state,
        template,
        overdue,
        areaPath: query.area && (await this.areaPath(caller.cityId, query.area)),
        afterId: after?.[0]?.toString(),
      },
      limit,
    );
    return pageOf(
      rows,
      limit,
      (row) => toItem(row, caller.personId, now),
      ({ id }) => [id],
    );
  }

  /** @throws Problem 404 for a matter the caller may not see, as for one that does not exist. */
  async get(caller: Caller, id: string): Promise<MatterView> {
    const row = await this.repository.read(caller.cityId, id);
    if (!row) throw problemOf(refuse('matter.not_visible'));
    const matter = toMatter(row);
    const { holderIds } = await this.turns.now(this.database, caller.cityId, matter);
    const now = this.clock.now();
    const facts = { now, holderIds, scale: this.config.demoTimeScale };
    if (!maySeeMatter(matter, caller.actor, facts)) throw problemOf(refuse('matter.not_visible'));
    const events = await this.repository.events(caller.cityId, id);
    const isStaff =
      caller.personId !== row.applicant_id && postOver(caller.actor, STEP_ROLES, row.area_path, now) !== null;
    return {
      ...toItem(row, caller.personId, now),
      documents: [...row.documents],
      steps: toSteps(row, events),
      history: toHistory(row, events, isStaff),
      actions: permittedMatterActions(matter, caller.actor, facts).map(toAction),
    };
  }

  async templates(caller: Caller, { area }: TemplateQuery): Promise<MatterTemplateView[]> {
    const path = area ? await this.areaPath(caller.cityId, area) : (caller.homeAreaPath ?? String(caller.cityId));
    const templates = await this.playbooks.matterTemplates(caller.cityId, path);
    return templates.map(({ code, name, documents = [], steps }) => ({
      code,
      name,
      documents: [...documents],
      steps: steps.map(stepOf),
    }));
  }

  private async areaPath(cityId: number, area: string): Promise<string> {
    const found = await this.areas.areaNamed(cityId, area);
    if (!found) throw new Problem(422, 'area.unknown', '没有找到这个区域，请核对区域代码', { facts: { area } });
    return found.path;
  }
}

const ownBranch = ({ actor, personId }: Caller, now: Date): MatterBranch => ({
  ownerId: personId,
  receivesIn: receivingAreas(actor, now),
});

/** Mirrors `maySeeMatter` of the domain, which judges each single one. */
function branchesOf(caller: Caller, now: Date): readonly MatterBranch[] {
  const ofOffices = activePosts(caller.actor, now).flatMap(({ role, scope }): MatterBranch[] => {
    const { areaPath } = scope;
    if ((MATTER_OFFICES as readonly Role[]).includes(role)) return [{ areaPath, stepRole: null }];
    return (STEP_ROLES as readonly Role[]).includes(role) ? [{ areaPath, stepRole: role }] : [];
  });
  return [...ofOffices, ownBranch(caller, now)];
}
