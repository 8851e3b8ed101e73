import type { Matter, MatterEvent, MatterMove, MatterTemplate, NewMatter } from '@linshao/domain';
import type { NamedStatement } from '../platform/database/statement.js';
import { outboxRow } from '../platform/events/event.js';
import { nextId } from '../platform/ids.js';
import { type MatterStep, matterStep } from './matters.events.js';

const NUMBER = `to_char($16::timestamptz AT TIME ZONE 'Asia/Shanghai', '"MS"YYMMDD-') || lpad((nextval('matter_numbers') % 1000000)::text, 6, '0')`;

/** INSERT of an application; its number is made here. */
export function insertMatter(
  cityId: number,
  id: string,
  matter: NewMatter,
  { code, name, documents = [] }: MatterTemplate,
  title: string | null,
  deadlineId: string,
): NamedStatement {
  return {
    as: 'saved',
    text: `INSERT INTO matters (city_id, id, template, template_name, documents, steps, title, area_path, applicant_id, created_by_id,
                                state, step, version, deadline_id, started_at, step_started_at, number)
           SELECT $1::int, $2::uuid, $3::text, $4::text, $5::text[], $6::jsonb, $7::text, $8::text, $9::uuid, $10::uuid,
                  $11::text, $12::int, $13::int, $14::uuid, $15::timestamptz, $16::timestamptz, ${NUMBER}
           RETURNING *`,
    values: [
      cityId,
      id,
      code,
      name,
      documents,
      JSON.stringify(matter.steps),
      title,
      matter.areaPath,
      matter.applicantId,
      matter.createdById,
      matter.state,
      matter.step,
      matter.version,
      deadlineId,
      matter.stepStartedAt,
      matter.stepStartedAt,
    ],
  };
}

/** UPDATE that wins only against the version it was decided on. A step that goes on keeps its miss. */
export function updateMatter(
  cityId: number,
  before: Matter,
  { patch, clock }: MatterMove,
  deadlineId: string | null,
  now: Date,
): NamedStatement {
  return {
    as: 'saved',
    text: `UPDATE matters SET state = $4, step = $5::int, version = $6::int, step_started_at = $7::timestamptz,
                  deadline_id = coalesce($8::uuid, deadline_id), missed_at = CASE WHEN $8::uuid IS NULL THEN missed_at END, ended_at = $9::timestamptz
            WHERE city_id = $1::int AND id = $2::uuid AND version = $3::int RETURNING *`,
    values: [
      cityId,
      before.id,
      before.version,
      patch.state,
      patch.step,
      patch.version,
      patch.stepStartedAt,
      deadlineId,
      clock.type === 'end' ? now : null,
    ],
  };
}

/** The history row and the outbox row of a move, hanging on `saved`. */
export function matterEventParts(
  cityId: number,
  matterId: string,
  version: number,
  event: Omit<MatterEvent, 'actorId'> & { readonly actorId: string | null },
  deadlineId: string | null,
  at: Date,
  news: Pick<MatterStep, 'areaPath' | 'applicantId' | 'holderIds'>,
): NamedStatement[] {
  const { action, fromState, toState, fromStep, toStep, words, actorId, postId, postName } = event;
  return [
    {
      as: 'event',
      text: `INSERT INTO matter_events (city_id, id, matter_id, version, action, from_state, to_state, from_step, to_step, words, actor_id, post_id, post_name, deadline_id, at)
             SELECT $1::int, $2::uuid, $3::uuid, $4::int, $5, $6, $7, $8::int, $9::int, $10, $11::uuid, $12::uuid, $13, $14::uuid, $15::timestamptz FROM saved`,
      values: [
        cityId,
        nextId(),
        matterId,
        version,
        action,
        fromState,
        toState,
        fromStep,
        toStep,
        words,
        actorId,
        postId,
        postName,
        deadlineId,
        at,
      ],
    },
    outboxRow(matterStep, cityId, { matterId, action, actorId, ...news }, 'saved'),
  ];
}
