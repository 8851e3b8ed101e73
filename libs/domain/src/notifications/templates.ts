import type { NotificationGroup } from './groups.js';
import { NOTICE_TEXTS } from './notice-texts.js';

/**
 * Every message, by whose it is. `{it}` is the order's number with its category, `{post}` the post of who acted:
 * nobody's name, phone, address or words travel in a message. At most 60 characters when filled. (Those of the clock, of
 * duty and of the registry: notice-texts.ts.)
 */
const STEP_TEXTS = {
  mine: {
    recorded: '工作人员已替您登记诉求{it}，有进展会第一时间告诉您。',
    accepted: '您的诉求{it}已受理，社区正在安排，请放心。',
    rejected: '您的诉求{it}暂不能受理，原因请打开查看，可以申诉一次。',
    replied: '{post}回复了您的诉求{it}，请打开查看。',
    dispatched: '您的诉求{it}已派出，等承办人接单后告诉您。',
    claimed: '{post}已接下您的诉求{it}，会尽快办理。',
    started: '您的诉求{it}开始办理了。',
    returned: '您的诉求{it}原承办方办不了，社区正在重新安排。',
    redone: '您的诉求{it}经社区核实还没办好，已要求继续办理。',
    waitsForYou: '您的诉求{it}需要您配合一下，请打开看看。',
    suspended: '您的诉求{it}暂缓办理，原因请打开查看。',
    resumed: '您的诉求{it}已恢复办理。',
    done: '您的诉求{it}已办理，社区核实后会公布结果。',
    published: '您的诉求{it}办理结果已公布，请您看看、评一评。',
    reviewed: '社区已就您的诉求{it}回访，谢谢您的配合。',
    reopened: '您的诉求{it}经回访还没解决，社区会重新办理。',
    closed: '您的诉求{it}已办结，谢谢您对社区的信任。',
    withdrawn: '您的诉求{it}已撤回，如有需要可以随时再提。',
    merged: '您的诉求{it}与同类诉求合并办理，每步进展都会告诉您。',
    unmerged: '您的诉求{it}已恢复单独办理，有进展会告诉您。',
    remarked: '您的诉求{it}有新的留言，请打开查看。',
  },
  followed: {
    accepted: '您关注的诉求{it}已受理。',
    rejected: '您关注的诉求{it}不予受理，如仍需要请单独提出。',
    replied: '您关注的诉求{it}有了回复，请打开查看。',
    dispatched: '您关注的诉求{it}已派出，等待接单。',
    claimed: '您关注的诉求{it}已有人接单。',
    started: '您关注的诉求{it}开始办理了。',
    returned: '您关注的诉求{it}正在重新安排。',
    redone: '您关注的诉求{it}经核实还没办好，正在继续办理。',
    suspended: '您关注的诉求{it}暂缓办理。',
    resumed: '您关注的诉求{it}已恢复办理。',
    done: '您关注的诉求{it}已办理，等待社区公布结果。',
    published: '您关注的诉求{it}办理结果已公布，请打开看看。',
    rated: '您关注的诉求{it}已由提出人评价。',
    reopened: '您关注的诉求{it}还没解决，正在重新办理。',
    closed: '您关注的诉求{it}已办结。',
    withdrawn: '您关注的诉求{it}已由提出人撤回，如仍需要请单独提出。',
    merged: '您关注的诉求{it}与同类诉求合并办理，进展会接着告诉您。',
    unmerged: '您关注的诉求{it}已恢复单独办理。',
  },
  work: {
    addressed: '诉求{it}派给了您，请尽快打开接单。',
    addressedToUnit: '诉求{it}派给了您单位，请尽快打开接单。',
    colleagueClaimed: '诉求{it}已由您单位的同事接单，辛苦了。',
    takenAway: '诉求{it}已改派，您不用再办了，辛苦了。',
    redo: '诉求{it}经社区核实还没办好，请您继续办理。',
    suspended: '诉求{it}已挂起，恢复后再办。',
    resumed: '诉求{it}已恢复，请您接着办理。',
    taskDone: '诉求{it}有一个子任务办好了，请您看看能否提交主单。',
    taskReturned: '诉求{it}有一个子任务被退回，社区正在重新安排。',
    published: '您办理的诉求{it}已晒单，等待居民评价。',
    ratedSolved: '您办理的诉求{it}，居民认可已解决，谢谢您。',
    ratedUnsolved: '您办理的诉求{it}，居民认为还没解决，请打开查看。',
    reopened: '您办过的诉求{it}需要重新办理，社区会再安排。',
    withdrawn: '诉求{it}已撤回，您不用再办了，辛苦了。',
    merged: '诉求{it}已并入同类诉求，您不用单独办理了。',
    urged: '居民在催办诉求{it}，请您尽快处理并回复。',
    remarked: '诉求{it}有新的留言，请打开查看。',
  },
  desk: {
    new: '有新诉求{it}，请在一小时内回复。',
    appealed: '居民对诉求{it}提出申诉，请重新受理。',
    returned: '诉求{it}被退回，请重新派单。',
    done: '诉求{it}已办理，请核实后晒单。',
    ratedUnsolved: '居民认为诉求{it}还没解决，请回访。',
    reopened: '诉求{it}需要重新办理，请尽快派单。',
    withdrawn: '诉求{it}已撤回，不用再安排了。',
    urged: '居民在催办诉求{it}，请尽快跟进并回复。',
    remarked: '待派的诉求{it}有新的留言，请打开查看。',
  },
} as const;

const TEXTS = {
  mine: { ...STEP_TEXTS.mine, ...NOTICE_TEXTS.mine },
  followed: STEP_TEXTS.followed,
  work: { ...STEP_TEXTS.work, ...NOTICE_TEXTS.work },
  desk: { ...STEP_TEXTS.desk, ...NOTICE_TEXTS.desk },
} as const satisfies Record<NotificationGroup, Record<string, string>>;

export type TemplateId = { [G in NotificationGroup]: `${G}.${keyof (typeof TEXTS)[G] & string}` }[NotificationGroup];

export const TEMPLATES = Object.fromEntries(
  Object.entries(TEXTS).flatMap(([group, texts]) =>
    Object.entries(texts).map(([name, text]) => [`${group}.${name}`, text]),
  ),
) as Readonly<Record<TemplateId, string>>;

/** A promise depends on these: who was given the order, or answers for the desk, cannot switch them off (C6, C7). */
export const PROMISE_CRITICAL: ReadonlySet<TemplateId> = new Set<TemplateId>([
  'work.addressed',
  'work.addressedToUnit',
  'work.redo',
  'work.urged',
  'desk.new',
  'desk.appealed',
  'desk.returned',
  'desk.ratedUnsolved',
  'desk.reopened',
  'desk.urged',
  'work.claimSoon',
  'work.claimMissed',
  'work.finishMissed',
  'work.supervised',
  'desk.replySoon',
  'desk.replyLast',
  'desk.replyMissed',
  'desk.acceptMissed',
  'desk.escalated',
  'desk.supervisionOpened',
  'desk.supervisionReturned',
  'desk.supervisionOverdue',
  'desk.objectionRaised',
  'desk.rulingMissed',
  'desk.dutyGapSoon',
]);

export const groupOf = (template: TemplateId): NotificationGroup => template.split('.')[0] as NotificationGroup;

export interface MessageFacts {
  /** Null where no order is spoken of, or its number stands elsewhere. */
  readonly number: string | null;
  readonly categoryName: string | null;
  /** Post of who acted; null: as a private person, or the system. */
  readonly postName: string | null;
  /** Name of an area. */
  readonly where?: string;
  /** A moment as people say it: 11月23日8:00. */
  readonly when?: string;
}

const LONGEST_CATEGORY = 10;
const LONGEST_POST = 16;
const LONGEST_AREA = 14;

export const messageText = (template: TemplateId, facts: MessageFacts): string => fill(TEMPLATES[template], facts);

/** Puts the facts in; what they hold is never filled again. */
export function fill(text: string, { number, categoryName, postName, where, when }: MessageFacts): string {
  const filled = {
    it: number === null ? '' : `${number}（${clip(categoryName ?? '其他', LONGEST_CATEGORY)}）`,
    post: clip(postName ?? '社区', LONGEST_POST),
    where: clip(where ?? '社区', LONGEST_AREA),
    at: when ?? '近期',
  };
  return text.replace(/\{(it|post|where|at)\}/g, (_, name: keyof typeof filled) => filled[name]);
}

function clip(text: string, longest: number): string {
  const letters = Array.from(text);
  return letters.length <= longest ? text : `${letters.slice(0, longest - 1).join('')}…`;
}
