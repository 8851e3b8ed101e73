import { PROMISE_KINDS } from '../deadlines/kinds.js';
import { RUNG_ROLES } from '../deadlines/ladder.js';
import { WAITING_FOR } from '../orders/commands.js';
import { DEFAULT_POLICY } from '../orders/policy.js';

const LIMITS: readonly string[] = ['reply', 'accept', 'claim', 'finish', 'total', 'ruling'];
/** Promises that an order accepted as urgent may shorten. */
const HURRIED: readonly string[] = ['claim', 'finish', 'total'];
const COUNTS: readonly string[] = ['rateDays', 'reopenDays', 'appealDays', 'urgeEveryMinutes', 'maxPhotos'];
const RUNG: readonly string[] = ['role', 'within', 'supervise'];
const EXTENSION: readonly string[] = ['times', 'most'];
/** Ten years: the clock refuses to count further (see deriveDue), and no order may fail for that. */
const MOST_DAYS = 3660;
const PAUSABLE: readonly unknown[] = ['accept', 'claim', 'finish', 'total'];
const MOST_COUNT = 100_000;
const MOST_REMINDERS = 5;
const MOST_RUNGS = 6;
/** Units that only make sense on one clock; minutes, hours run on either. */
const UNITS = new Map<unknown, { readonly clocks: readonly unknown[]; readonly most: number }>([
  ['minutes', { clocks: ['natural', 'working'], most: MOST_DAYS * 24 * 60 }],
  ['hours', { clocks: ['natural', 'working'], most: MOST_DAYS * 24 }],
  ['days', { clocks: ['natural'], most: MOST_DAYS }],
  ['workdays', { clocks: ['working'], most: MOST_DAYS }],
]);

/** Every mistake in a policy's overrides; what is absent is inherited. */
export function policyMistakes(at: string, policy: unknown): string[] {
  if (policy === undefined) return [];
  if (!isRecord(policy)) return [`${at}：应当是一个对象`];
  return Object.entries(policy).flatMap(([key, value]) => {
    const here = `${at}.${key}`;
    if (LIMITS.includes(key)) return limitMistakes(here, value);
    if (COUNTS.includes(key)) return countMistakes(here, value, key === 'rateDays' ? MOST_DAYS : MOST_COUNT);
    if (key === 'confidentialByDefault') return typeof value === 'boolean' ? [] : [`${here}：应当是 true 或 false`];
    if (key === 'pauseOn') return pauseMistakes(here, value);
    if (key === 'urgent') return recordMistakes(here, value, HURRIED, limitMistakes);
    if (key === 'reminders') return recordMistakes(here, value, PROMISE_KINDS, reminderMistakes);
    if (key === 'extensions') return recordMistakes(here, value, PROMISE_KINDS, extensionMistakes);
    if (key === 'ladder') return ladderMistakes(here, value);
    return [`${here}：没有这一项（可用：${Object.keys(DEFAULT_POLICY).join('、')}）`];
  });
}

/** Every mistake in one time limit. */
export function limitMistakes(at: string, limit: unknown): string[] {
  if (!isRecord(limit)) return [`${at}：应当写明 amount、unit、clock`];
  const unit = UNITS.get(limit['unit']);
  const clocks = unit?.clocks.join('、') ?? '';
  return [
    ...countMistakes(`${at}.amount`, limit['amount'], unit?.most ?? Infinity),
    ...(unit ? [] : [`${at}.unit：应当是 ${[...UNITS.keys()].join('、')} 之一`]),
    ...(!unit || unit.clocks.includes(limit['clock']) ? [] : [`${at}.clock：这个单位只能用 ${clocks}`]),
  ];
}

/** An object with some of the known keys, each value checked by itself. */
function recordMistakes(
  at: string,
  record: unknown,
  keys: readonly string[],
  mistakesOf: (at: string, value: unknown) => string[],
): string[] {
  if (!isRecord(record)) return [`${at}：应当是一个对象`];
  return Object.entries(record).flatMap(([key, value]) =>
    keys.includes(key) ? mistakesOf(`${at}.${key}`, value) : [`${at}.${key}：只能是 ${keys.join('、')}`],
  );
}

function reminderMistakes(at: string, parts: unknown): string[] {
  const fits =
    Array.isArray(parts) &&
    parts.length <= MOST_REMINDERS &&
    parts.every((part) => typeof part === 'number' && part > 0 && part < 1) &&
    parts.every((part, index) => index === 0 || part > parts[index - 1]);
  return fits ? [] : [`${at}：应当是0到1之间从小到大的小数，最多${MOST_REMINDERS}个，如 [0.5, 0.8]`];
}

function extensionMistakes(at: string, extension: unknown): string[] {
  if (!isRecord(extension)) return [`${at}：应当写明 times、most`];
  return [
    ...unknownKeys(at, extension, EXTENSION),
    ...countMistakes(`${at}.times`, extension['times']),
    ...limitMistakes(`${at}.most`, extension['most']),
  ];
}

function ladderMistakes(at: string, ladder: unknown): string[] {
  if (!Array.isArray(ladder) || ladder.length > MOST_RUNGS) return [`${at}：应当是最多${MOST_RUNGS}级的列表`];
  return ladder.flatMap((rung: unknown, index) => {
    const here = `${at}[${index}]`;
    if (!isRecord(rung)) return [`${here}：应当写明 role、within`];
    return [
      ...unknownKeys(here, rung, RUNG),
      ...((RUNG_ROLES as readonly unknown[]).includes(rung['role'])
        ? []
        : [`${here}.role：应当是 ${RUNG_ROLES.join('、')} 之一`]),
      ...limitMistakes(`${here}.within`, rung['within']),
      ...(rung['supervise'] === undefined ? [] : limitMistakes(`${here}.supervise`, rung['supervise'])),
    ];
  });
}

function pauseMistakes(at: string, pauseOn: unknown): string[] {
  if (!isRecord(pauseOn)) return [`${at}：应当是一个对象`];
  return Object.entries(pauseOn).flatMap(([waiting, clocks]) => [
    ...((WAITING_FOR as readonly string[]).includes(waiting) ? [] : [`${at}.${waiting}：没有这种等待`]),
    ...(Array.isArray(clocks) && clocks.every((clock) => PAUSABLE.includes(clock))
      ? []
      : [`${at}.${waiting}：只能暂停 ${PAUSABLE.join('、')}`]),
  ]);
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A misspelt `supervise` would open no supervision order, and nobody would notice. */
function unknownKeys(at: string, record: Record<string, unknown>, known: readonly string[]): string[] {
  return Object.keys(record).flatMap((key) =>
    known.includes(key) ? [] : [`${at}.${key}：没有这一项（可用：${known.join('、')}）`],
  );
}

function countMistakes(at: string, value: unknown, most = MOST_COUNT): string[] {
  if (typeof value !== 'number' || !Number.isInteger(value) || value <= 0) return [`${at}：应当是正整数`];
  return value > most ? [`${at}：最多${most}`] : [];
}
