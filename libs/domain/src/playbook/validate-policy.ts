import { WAITING_FOR } from '../orders/commands.js';
import { DEFAULT_POLICY } from '../orders/policy.js';

const LIMITS: readonly string[] = ['reply', 'accept', 'claim', 'finish'];
const COUNTS: readonly string[] = ['rateDays', 'reopenDays', 'appealDays', 'urgeEveryMinutes', 'maxPhotos'];
const PAUSABLE: readonly unknown[] = ['accept', 'claim', 'finish', 'total'];
/** Units that only make sense on one clock; minutes, hours run on either. */
const CLOCKS: Readonly<Record<string, readonly unknown[]>> = {
  minutes: ['natural', 'working'],
  hours: ['natural', 'working'],
  days: ['natural'],
  workdays: ['working'],
};

/** Every mistake in a policy's overrides; what is absent is inherited. */
export function policyMistakes(at: string, policy: unknown): string[] {
  if (policy === undefined) return [];
  if (!isRecord(policy)) return [`${at}：应当是一个对象`];
  return Object.entries(policy).flatMap(([key, value]) => {
    const here = `${at}.${key}`;
    if (LIMITS.includes(key)) return limitMistakes(here, value);
    if (COUNTS.includes(key)) return isCount(value) ? [] : [`${here}：应当是正整数`];
    if (key === 'confidentialByDefault') return typeof value === 'boolean' ? [] : [`${here}：应当是 true 或 false`];
    if (key === 'pauseOn') return pauseMistakes(here, value);
    return [`${here}：没有这一项（可用：${Object.keys(DEFAULT_POLICY).join('、')}）`];
  });
}

function limitMistakes(at: string, limit: unknown): string[] {
  if (!isRecord(limit)) return [`${at}：应当写明 amount、unit、clock`];
  const clocks = typeof limit['unit'] === 'string' ? CLOCKS[limit['unit']] : undefined;
  return [
    ...(isCount(limit['amount']) ? [] : [`${at}.amount：应当是正整数`]),
    ...(clocks ? [] : [`${at}.unit：应当是 ${Object.keys(CLOCKS).join('、')} 之一`]),
    ...(!clocks || clocks.includes(limit['clock']) ? [] : [`${at}.clock：这个单位只能用 ${clocks.join('、')}`]),
  ];
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

function isCount(value: unknown): boolean {
  return typeof value === 'number' && Number.isInteger(value) && value > 0;
}
