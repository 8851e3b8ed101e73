import type { NotificationGroup } from './groups.js';
import type { MessageFacts, TemplateId } from './templates.js';
import { groupOf, messageText, TEMPLATES } from './templates.js';

/** Our subscription message templates 订阅消息; each city fetches them into its own account and configures their ids. */
export const WECHAT_TEMPLATES = ['progress', 'task', 'duty'] as const;
export type WechatTemplate = (typeof WECHAT_TEMPLATES)[number];

const BY_GROUP: Readonly<Record<NotificationGroup, WechatTemplate>> = {
  mine: 'progress',
  followed: 'progress',
  work: 'task',
  desk: 'duty',
};
export const wechatTemplateOf = (template: TemplateId): WechatTemplate => BY_GROUP[groupOf(template)];

export interface WechatFacts extends MessageFacts {
  readonly at: Date;
}

type Source = 'matter' | 'number' | 'tip' | 'at';

/** Keyword of the template → what stands there. The keywords are those of the public library (诉求类型, 工单编号, 温馨提示, 时间). */
const FIELDS: Readonly<Record<WechatTemplate, Readonly<Record<string, Source>>>> = {
  progress: { thing1: 'matter', character_string2: 'number', thing3: 'tip', time4: 'at' },
  task: { thing1: 'matter', character_string2: 'number', thing3: 'tip', time4: 'at' },
  duty: { thing1: 'matter', character_string2: 'number', thing3: 'tip', time4: 'at' },
};

/** WeChat refuses (47003) a `thing` of more than 20 characters and a `character_string` of more than 32. */
const LONGEST_THING = 20;

/** The values of a subscription message, within WeChat's limits whatever is filled in. */
export function wechatFields(
  template: TemplateId,
  facts: WechatFacts,
  tip?: string,
): Readonly<Record<string, { value: string }>> {
  const values: Readonly<Record<Source, string>> = {
    matter: thing(facts.categoryName ?? '社区事务'),
    number: facts.number ?? '-',
    tip: thing(tip ?? shortText(template, facts)),
    at: shanghaiMinute(facts.at),
  };
  return Object.fromEntries(
    Object.entries(FIELDS[wechatTemplateOf(template)]).map(([keyword, source]) => [keyword, { value: values[source] }]),
  );
}

/** The message without its order, which has fields of its own. */
const shortText = (template: TemplateId, facts: WechatFacts): string =>
  TEMPLATES[template].includes('{it}')
    ? messageText(template, { ...facts, number: null })
    : messageText(template, facts);

function thing(text: string): string {
  const letters = Array.from(text);
  return letters.length <= LONGEST_THING ? text : `${letters.slice(0, LONGEST_THING - 1).join('')}…`;
}

/** 2026-11-23 07:05 */
function shanghaiMinute(at: Date): string {
  return new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');
}
