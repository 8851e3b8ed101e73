import type { OrderAction } from './commands.js';
import { WAITING_FOR } from './commands.js';
import { URGENCIES } from './state.js';

/** One thing a person fills in for an action; clients build their forms from it, `decide` checks by it. */
export type ActionField = { readonly name: string; readonly label: string; readonly required: boolean } & (
  | { readonly type: 'text'; readonly min: number; readonly max: number }
  | { readonly type: 'boolean' | 'photos' | 'stars' | 'assignment' | 'order' | 'category' | 'area' }
  | { readonly type: 'choice'; readonly options: readonly string[] }
  | { readonly type: 'tasks'; readonly min: number; readonly max: number }
);

export interface ActionDescription {
  readonly label: string;
  readonly fields: readonly ActionField[];
}

/** Characters are counted without white space, as a person would. */
const text = (name: string, label: string, min: number, max: number, required = true): ActionField => ({
  type: 'text',
  name,
  label,
  min,
  max,
  required,
});
const reason = text('reason', '原因', 2, 500);
const photos: ActionField = { type: 'photos', name: 'photoIds', label: '照片', required: false };

/** WeChat's text check takes 2,500 characters; 2,000 leaves room for what we add. */
const LONG = 2000;

/** C6: a reply is a person's words of at least five characters. */
export const REPLY_CHARACTERS = 5;

export const TITLE: ActionField = text('title', '标题', 2, 60);
export const DESCRIPTION: ActionField = text('description', '内容', 0, LONG, false);

export const ACTIONS: Readonly<Record<OrderAction, ActionDescription>> = {
  edit: {
    label: '修改',
    fields: [
      { ...TITLE, required: false },
      DESCRIPTION,
      { type: 'category', name: 'category', label: '类别', required: false },
      text('address', '地址', 0, 120, false),
      { type: 'area', name: 'areaPath', label: '位置', required: false },
      photos,
    ],
  },
  accept: {
    label: '受理',
    fields: [{ type: 'choice', name: 'urgency', label: '紧急程度', required: false, options: URGENCIES }],
  },
  reject: { label: '不予受理', fields: [reason] },
  appeal: { label: '申诉', fields: [reason] },
  reply: { label: '回复', fields: [text('text', '回复', REPLY_CHARACTERS, LONG)] },
  dispatch: {
    label: '派单',
    fields: [
      { type: 'assignment', name: 'to', label: '派给', required: true },
      { ...reason, required: false },
    ],
  },
  claim: { label: '接单', fields: [] },
  return: { label: '退回', fields: [reason] },
  start: { label: '开始办理', fields: [] },
  suspend: {
    label: '挂起',
    fields: [reason, { type: 'choice', name: 'waitingFor', label: '等待', required: false, options: WAITING_FOR }],
  },
  resume: { label: '恢复办理', fields: [] },
  done: { label: '办理完成', fields: [text('summary', '办理结果', 2, LONG), photos] },
  publish: { label: '晒单', fields: [text('text', '公开内容', 0, LONG, false)] },
  rate: {
    label: '评价',
    fields: [
      { type: 'boolean', name: 'solved', label: '是否解决', required: true },
      { type: 'stars', name: 'stars', label: '满意度', required: true },
      text('comment', '评语', 0, 500, false),
    ],
  },
  reopen: { label: '没有解决', fields: [reason] },
  review: {
    label: '回访',
    fields: [text('text', '回访情况', 2, LONG), { type: 'boolean', name: 'solved', label: '是否解决', required: true }],
  },
  close: { label: '办结', fields: [] },
  withdraw: { label: '撤回', fields: [{ ...text('reason', '原因', 0, 500, false) }] },
  merge: { label: '合并', fields: [{ type: 'order', name: 'into', label: '并入', required: true }] },
  unmerge: { label: '取消合并', fields: [] },
  split: {
    label: '拆分',
    fields: [{ type: 'tasks', name: 'tasks', label: '子任务', required: true, min: 2, max: 10 }],
  },
  urge: { label: '催办', fields: [] },
  remark: { label: '留言', fields: [text('text', '留言', 1, 500)] },
  follow: { label: '我也遇到了', fields: [] },
  unfollow: { label: '不再关注', fields: [] },
};
