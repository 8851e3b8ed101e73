import { currentStep, type MatterTemplate, submitMatter } from '@linshao/domain';
import { Injectable } from '@nestjs/common';
import { DeadlinesService } from '../deadlines/deadlines.service.js';
import { AreasService } from '../organisation/areas.service.js';
import type { Caller } from '../platform/auth/caller.js';
import { Clock } from '../platform/clock/clock.js';
import { Database } from '../platform/database/database.js';
import { oneStatement } from '../platform/database/statement.js';
import { OutboxWaker } from '../platform/events/outbox.jobs.js';
import { Problem, problemOf } from '../platform/http/problem.js';
import { earlierSubject, isRepeated, type Repeatable, takeKey } from '../platform/idempotency/idempotency.js';
import { nextId } from '../platform/ids.js';
import { PlaybooksService } from '../playbooks/playbooks.service.js';
import type { CreatedMatter, CreateMatter } from './matter.dto.js';
import type { MatterRow } from './matter-row.js';
import { MatterTurns } from './matter-turns.service.js';
import { insertMatter, matterEventParts } from './matter-writer.js';
import { MattersRepository } from './matters.repository.js';
import { startOfStep } from './step-clock.js';

/** An application becomes a numbered row with its first step's clock, its event and its outbox row, all or nothing. */
@Injectable()
export class CreateMatterService {
  constructor(
    private readonly database: Database,
    private readonly repository: MattersRepository,
    private readonly playbooks: PlaybooksService,
    private readonly areas: AreasService,
    private readonly deadlines: DeadlinesService,
    private readonly turns: MatterTurns,
    private readonly clock: Clock,
    private readonly waker: OutboxWaker,
  ) {}

  async create(caller: Caller, input: CreateMatter, repeatable: Repeatable | null): Promise<CreatedMatter> {
    const { cityId, personId } = caller;
    const areaPath = await this.placeOf(caller, input.area);
    const template = await this.templateAt(cityId, areaPath, input.template);
    const { applicantId } = input;
    if (applicantId !== undefined && !(await this.repository.personExists(cityId, applicantId)))
      throw new Problem(422, 'matter.applicant_unknown', '没有找到这位居民，请先为其登记');
    const now = this.clock.now();
    const decision = submitMatter({ areaPath, ...(applicantId && { applicantId }) }, template, caller.actor, now);
    if (!decision.ok) throw problemOf(decision);
    const { matter, event } = decision.value;
    const id = nextId();
    try {
      const row = await this.database.transaction(async (tx) => {
        const step = currentStep(matter);
        const { toldIds } = await this.turns.of(tx, cityId, areaPath, step);
        const start = startOfStep(id, areaPath, step, now, toldIds);
        const [deadline] = await this.deadlines.start(tx, cityId, [start]);
        if (!deadline) throw new Error('the step’s clock did not start');
        const news = { areaPath, applicantId: matter.applicantId, holderIds: toldIds };
        const [saved] = await tx.rows<MatterRow>(
          oneStatement('saved', [
            insertMatter(cityId, id, matter, template, input.title ?? null, deadline.id),
            ...matterEventParts(cityId, id, matter.version, event, deadline.id, now, news),
            ...(repeatable ? [takeKey(cityId, personId, repeatable, id, 'saved')] : []),
          ]),
        );
        if (!saved) throw new Error('the new matter was not returned');
        return saved;
      });
      this.waker.wake();
      return createdOf(row);
    } catch (error) {
      if (!isRepeated(error)) throw error;
      return this.earlier(caller, repeatable);
    }
  }

  /** The same answer as the first time, whatever became of it since. */
  private async earlier({ cityId, personId }: Caller, repeatable: Repeatable | null): Promise<CreatedMatter> {
    const id = await earlierSubject(this.database, cityId, personId, repeatable);
    const row = id && (await this.repository.load(cityId, id));
    if (!row) throw new Problem(409, 'request.conflict', '请求正在处理，请稍后再试');
    return createdOf({ ...row, state: 'running', version: 1 });
  }

  private async templateAt(cityId: number, areaPath: string, code: string): Promise<MatterTemplate> {
    const template = (await this.playbooks.matterTemplates(cityId, areaPath)).find((each) => each.code === code);
    if (template) return template;
    throw new Problem(422, 'matter.template_unknown', '这里不办理这种事项，请重新选择', { facts: { template: code } });
  }

  private async placeOf({ cityId, homeAreaPath }: Caller, area: string | undefined): Promise<string> {
    if (area === undefined) {
      if (homeAreaPath) return homeAreaPath;
      throw new Problem(422, 'matter.place_needed', '请选择所在的社区，或先在“我的”里登记住址');
    }
    const found = await this.areas.areaNamed(cityId, area);
    if (!found) throw new Problem(422, 'area.unknown', '没有找到这个区域，请核对区域代码', { facts: { area } });
    return found.path;
  }
}

const createdOf = ({ id, number, state, version }: MatterRow): CreatedMatter => ({ id, number, state, version });
