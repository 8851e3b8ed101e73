import {
  currentStep,
  daysLeft,
  isOpenMatter,
  limitWords,
  MATTER_ACTIONS,
  MATTER_STATE_NAMES,
  type MatterAction,
  maskName,
  shanghaiIso,
  stepPostName,
  type TemplateStep,
} from '@linshao/domain';
import type { MatterActionView, MatterHistoryItem, MatterItem, MatterPlace, MatterStepView } from './matter.dto.js';
import type { MatterEventRow, ReadMatterRow } from './matter-row.js';

const isAction = (action: string): action is MatterAction => action in MATTER_ACTIONS;
const iso = (at: Date | null): string | null => at && shanghaiIso(at);

/** A row as somebody who may see it sees it; the applicant's name stays masked for everybody else. */
export function toItem(row: ReadMatterRow, readerId: string, now: Date): MatterItem {
  return {
    id: row.id,
    number: row.number,
    template: row.template,
    templateName: row.template_name,
    title: row.title,
    area: { path: row.area_path, name: row.area_name ?? '' },
    state: row.state,
    stateName: MATTER_STATE_NAMES[row.state],
    version: row.version,
    applicant: row.applicant_id === null ? null : applicantOf(row.applicant_id, row.applicant_name ?? '', readerId),
    current: isOpenMatter(row.state) ? placeOf(row, now) : null,
    startedAt: shanghaiIso(row.started_at),
    endedAt: iso(row.ended_at),
  };
}

const applicantOf = (id: string, name: string, readerId: string): { id: string; name: string } => ({
  id,
  name: id === readerId ? name : maskName(name),
});

function placeOf(row: ReadMatterRow, now: Date): MatterPlace {
  const step = currentStep(row);
  return {
    number: row.step + 1,
    code: step.code,
    name: step.name,
    post: stepPostName(step),
    dueAt: shanghaiIso(row.due_at),
    overdue: row.overdue,
    daysLeft: daysLeft(row.due_at, now),
    why: row.why,
    provisional: row.provisional,
  };
}

/** Each step of the template with its last run; a step that was gone back over is ahead again. */
export function toSteps(row: ReadMatterRow, events: readonly MatterEventRow[]): MatterStepView[] {
  return row.steps.map((step, index) => {
    const began = events.findLast((event) => event.to_step === index && event.due_at !== null);
    const reached = index <= row.step && began !== undefined;
    const left = reached ? events.find((event) => event.id > began.id && leaves(event, index)) : undefined;
    return {
      ...stepOf(step),
      waitsForDays: step.waitsForDays ?? null,
      place:
        index < row.step || (index === row.step && !isOpenMatter(row.state))
          ? 'done'
          : index === row.step
            ? 'current'
            : 'ahead',
      startedAt: reached ? shanghaiIso(began.at) : null,
      endedAt: left ? shanghaiIso(left.at) : null,
      dueAt: reached ? iso(began.due_at) : null,
      late: reached && (began.late ?? false),
    };
  });
}

const leaves = ({ from_step, to_step, to_state }: MatterEventRow, index: number): boolean =>
  from_step === index && (to_step !== index || !isOpenMatter(to_state));

export const stepOf = (step: TemplateStep): { code: string; name: string; post: string; within: string } => ({
  code: step.code,
  name: step.name,
  post: stepPostName(step),
  within: limitWords(step.within),
});

export const toAction = (action: MatterAction): MatterActionView => ({ action, ...MATTER_ACTIONS[action] });

/** @param showsNames staff among themselves; a resident is answered by posts. */
export function toHistory(
  row: ReadMatterRow,
  events: readonly MatterEventRow[],
  showsNames: boolean,
): MatterHistoryItem[] {
  return events.map((event) => ({
    id: event.id,
    action: event.action,
    label: labelOf(event.action),
    step: row.steps[event.from_step ?? event.to_step]?.name ?? '',
    at: shanghaiIso(event.at),
    actor: actorOf(event, row, showsNames),
    words: event.words,
  }));
}

function labelOf(action: string): string {
  if (isAction(action)) return MATTER_ACTIONS[action].label;
  return action === 'missed' ? '超过时限' : '提交申请';
}

function actorOf(event: MatterEventRow, row: ReadMatterRow, showsNames: boolean): string {
  if (event.actor_id === null) return '系统';
  if (event.post_name === null) return event.actor_id === row.applicant_id ? '申请人' : '代办人';
  return showsNames ? `${event.post_name} ${event.actor_name ?? ''}`.trim() : event.post_name;
}
