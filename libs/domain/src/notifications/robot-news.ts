import type { Role } from '../identity/role.js';
import type { Step } from './audience.js';
import type { NoticeKind } from './notices.js';
import { fill, type MessageFacts } from './templates.js';

/** What a group's robot may be used for. */
export const ROBOT_PURPOSES = ['publication', 'alarm'] as const;
export type RobotPurpose = (typeof ROBOT_PURPOSES)[number];

interface RobotPost {
  readonly purpose: RobotPurpose;
  readonly text: string;
  /** Posts called by name in the group, if it is known how. */
  readonly mention: readonly Role[];
}

/** What the group of a community hears: what is public anyway, and alarms. No words of anybody: those pass moderation first. */
const OF_STEPS: Readonly<Partial<Record<Step, RobotPost>>> = {
  replied: { purpose: 'publication', text: '{post}公开回复了诉求{it}。', mention: [] },
  published: { purpose: 'publication', text: '诉求{it}的办理结果已晒单，欢迎查看评价。', mention: [] },
};
const OF_NOTICES: Readonly<Partial<Record<NoticeKind, RobotPost>>> = {
  reply_reminded_last: {
    purpose: 'alarm',
    text: '诉求{it}还有大约十分钟就超时，请马上回复。',
    mention: ['duty_officer'],
  },
  reply_missed: {
    purpose: 'alarm',
    text: '诉求{it}没能按时回复，请马上处理。',
    mention: ['duty_officer', 'secretary'],
  },
  finish_missed: { purpose: 'alarm', text: '诉求{it}超过办理时限，请尽快办结。', mention: ['dispatcher'] },
  escalated: { purpose: 'alarm', text: '诉求{it}超过时限，已逐级上报。', mention: ['secretary'] },
  duty_gap_hour: { purpose: 'alarm', text: '{where}从{at}起没有人值班，请马上安排。', mention: ['secretary'] },
};

export type RobotSubject = { readonly step: Step } | { readonly notice: NoticeKind };

export interface RobotMessage {
  readonly purpose: RobotPurpose;
  readonly text: string;
  readonly mention: readonly Role[];
}

/** Null: nothing for a group. */
export function robotMessage(subject: RobotSubject, facts: MessageFacts): RobotMessage | null {
  const post = 'step' in subject ? OF_STEPS[subject.step] : OF_NOTICES[subject.notice];
  return post ? { ...post, text: fill(post.text, facts) } : null;
}
