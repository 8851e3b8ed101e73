import { areaOfStep, currentStep, isOpenMatter, type Matter } from '@linshao/domain';
import { Injectable } from '@nestjs/common';
import { newRow } from '../deadlines/deadline-row.js';
import { type MatterStep, matterStep } from '../matters/matters.events.js';
import { OfficeHolders } from '../organisation/office-holders.service.js';
import type { Transaction } from '../platform/database/database.js';
import { nextId } from '../platform/ids.js';
import { DemoMatter, type DemoPlaces } from './demo-matter.js';

/** Puts the demo's livelihood matters into the database. What a step ran out of since is left to the clock, as in life. */
@Injectable()
export class DemoMatters {
  constructor(private readonly offices: OfficeHolders) {}

  async load(tx: Transaction, places: DemoPlaces): Promise<void> {
    const cityId = places.fuqiang.playbook.city;
    const told = places.fuqiang.matters.map((script) => new DemoMatter(script, places));
    const turns = await this.turns(tx, cityId, told);
    await this.matters(tx, cityId, told);
    await this.history(tx, cityId, told);
    await tx.rows('INSERT INTO deadlines SELECT d.* FROM jsonb_populate_recordset(null::deadlines, $1::jsonb) AS d', [
      JSON.stringify(told.flatMap((each) => clockRows(cityId, each, places, turns.get(each) ?? []))),
    ]);
    const news = told.flatMap((each) => newsOf(each, turns.get(each) ?? []));
    await tx.rows(
      `INSERT INTO outbox (city_id, id, topic, payload, at)
       SELECT $1, id, $2, payload, at FROM jsonb_to_recordset($3::jsonb) AS e (id uuid, payload jsonb, at timestamptz)`,
      [cityId, matterStep.topic, JSON.stringify(news)],
    );
  }

  /** Who holds the posts that the open matters wait for. */
  private async turns(
    tx: Transaction,
    cityId: number,
    told: readonly DemoMatter[],
  ): Promise<ReadonlyMap<DemoMatter, readonly string[]>> {
    const open = told.filter(({ matter }) => isOpenMatter(matter.state));
    const holders = await this.offices.find(
      tx,
      cityId,
      open.map(({ matter }) => officeOf(matter)),
    );
    return new Map(open.map((each, index) => [each, holders[index]?.personIds ?? []]));
  }

  private async matters(tx: Transaction, cityId: number, told: readonly DemoMatter[]): Promise<void> {
    const rows = told.map(({ matter, template, script, startedAt, clocks, events }) => ({
      id: matter.id,
      template: template.code,
      template_name: template.name,
      documents: template.documents ?? [],
      steps: matter.steps,
      title: script.title ?? null,
      area_path: matter.areaPath,
      applicant_id: matter.applicantId,
      created_by_id: matter.createdById,
      state: matter.state,
      step: matter.step,
      version: matter.version,
      deadline_id: clocks.at(-1)?.id,
      started_at: startedAt,
      step_started_at: matter.stepStartedAt,
      ended_at: isOpenMatter(matter.state) ? null : events.at(-1)?.at,
    }));
    await tx.rows(
      `INSERT INTO matters (city_id, id, number, template, template_name, documents, steps, title, area_path, applicant_id, created_by_id,
                            state, step, version, deadline_id, started_at, step_started_at, ended_at)
       SELECT $1::int, id, to_char(started_at AT TIME ZONE 'Asia/Shanghai', '"MS"YYMMDD-') || lpad(nextval('matter_numbers')::text, 6, '0'),
              template, template_name, documents, steps, title, area_path, applicant_id, created_by_id,
              state, step, version, deadline_id, started_at, step_started_at, ended_at
         FROM (SELECT * FROM jsonb_populate_recordset(null::matters, $2::jsonb) ORDER BY started_at) m`,
      [cityId, JSON.stringify(rows)],
    );
  }

  private async history(tx: Transaction, cityId: number, told: readonly DemoMatter[]): Promise<void> {
    const rows = told.flatMap(({ matter, events }) =>
      events.map((event) => ({
        id: event.id,
        matter_id: matter.id,
        version: event.version,
        action: event.action,
        from_state: event.fromState,
        to_state: event.toState,
        from_step: event.fromStep,
        to_step: event.toStep,
        words: event.words,
        actor_id: event.actorId,
        post_id: event.postId,
        post_name: event.postName,
        deadline_id: event.deadlineId,
        at: event.at,
      })),
    );
    await tx.rows(
      `INSERT INTO matter_events (city_id, id, matter_id, version, action, from_state, to_state, from_step, to_step, words, actor_id, post_id, post_name, deadline_id, at)
       SELECT $1::int, id, matter_id, version, action, from_state, to_state, from_step, to_step, words, actor_id, post_id, post_name, deadline_id, at
         FROM jsonb_populate_recordset(null::matter_events, $2::jsonb)`,
      [cityId, JSON.stringify(rows)],
    );
  }
}

function officeOf(matter: Matter) {
  const { role, level } = currentStep(matter);
  return { role, areaPath: areaOfStep(matter.areaPath, level) };
}

const clockRows = (
  cityId: number,
  { matter, clocks }: DemoMatter,
  { calendar }: DemoPlaces,
  holderIds: readonly string[],
): object[] =>
  clocks.map(({ id, deadline }, index) =>
    newRow(
      cityId,
      id,
      deadline,
      {
        subject: { type: 'matter', id: matter.id },
        orderId: null,
        areaPath: matter.areaPath,
        category: null,
        playbookId: null,
        holderIds: index === clocks.length - 1 ? holderIds : [],
      },
      calendar,
    ),
  );

/** Whose turn it was long ago nobody is told any more; the applicant learns of every step. */
function newsOf({ matter, events }: DemoMatter, holderIds: readonly string[]): object[] {
  return events.map(({ action, actorId, at }, index) => {
    const isTheirs = index === events.length - 1 && matter.state === 'running';
    const payload: MatterStep = {
      matterId: matter.id,
      areaPath: matter.areaPath,
      action,
      applicantId: matter.applicantId,
      holderIds: isTheirs ? holderIds : [],
      actorId,
    };
    return { id: nextId(), payload, at };
  });
}
