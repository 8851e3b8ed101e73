import { DEFAULT_LADDER } from '../deadlines/ladder.js';
import { DEFAULT_POLICY } from '../orders/policy.js';
import { planTime } from '../time/plan-time.js';
import type { TimeLimit } from '../time/time-limit.js';
import { defaultCalendar } from '../time/work-calendar.js';
import { limitMistakes, policyMistakes } from './validate-policy.js';

const mistakes = (policy: unknown) => policyMistakes('p', policy);
const HOURS = { amount: 2, unit: 'hours', clock: 'natural' };

describe('a policy', () => {
  it('may say everything the default says, or nothing', () => {
    expect(mistakes(JSON.parse(JSON.stringify(DEFAULT_POLICY)))).toEqual([]);
    expect(mistakes({})).toEqual([]);
    expect(mistakes(undefined)).toEqual([]);
    expect(mistakes({ urgent: {}, reminders: {}, extensions: {}, ladder: [], pauseOn: {} })).toEqual([]);
  });

  it.each([null, [], 'fast', 7])('is an object: %j', (policy) => {
    expect(mistakes(policy)).toEqual(['p：应当是一个对象']);
  });

  it('names what it does not know, and what there is', () => {
    const known = Object.keys(DEFAULT_POLICY).join('、');
    expect(mistakes({ totals: HOURS })).toEqual([`p.totals：没有这一项（可用：${known}）`]);
    expect(mistakes(JSON.parse('{"__proto__": 1}'))).toEqual([`p.__proto__：没有这一项（可用：${known}）`]);
  });
});

describe('each part of a policy', () => {
  it.each<[string, object, string[]]>([
    [
      'total',
      { total: { amount: 1.5, unit: 'days', clock: 'working' } },
      ['p.total.amount：应当是正整数', 'p.total.clock：这个单位只能用 natural'],
    ],
    ['total', { total: 'soon' }, ['p.total：应当写明 amount、unit、clock']],
    [
      'urgent',
      { urgent: { reply: HOURS, claim: { ...HOURS, unit: 'weeks' }, finish: HOURS, total: null } },
      [
        'p.urgent.reply：只能是 claim、finish、total',
        'p.urgent.claim.unit：应当是 minutes、hours、days、workdays 之一',
        'p.urgent.total：应当写明 amount、unit、clock',
      ],
    ],
    ['urgent', { urgent: [] }, ['p.urgent：应当是一个对象']],
    [
      'reminders',
      { reminders: { reply: [0.5, 0.5], accept: [0], claim: [1], finish: [0.8, 0.2], total: 'often', rate: [null] } },
      ['reply', 'accept', 'claim', 'finish', 'total', 'rate'].map(
        (kind) => `p.reminders.${kind}：应当是0到1之间从小到大的小数，最多5个，如 [0.5, 0.8]`,
      ),
    ],
    [
      'reminders',
      { reminders: { reply: [0.1, 0.2, 0.3, 0.4, 0.5], rung: [0.5], finish: [0.1, 0.2, 0.3, 0.4, 0.5, 0.6] } },
      [
        'p.reminders.rung：只能是 reply、accept、claim、finish、total、rate',
        'p.reminders.finish：应当是0到1之间从小到大的小数，最多5个，如 [0.5, 0.8]',
      ],
    ],
    ['reminders', { reminders: 30 }, ['p.reminders：应当是一个对象']],
    [
      'extensions',
      {
        extensions: {
          finish: { times: 0, most: { amount: 5, unit: 'workdays', clock: 'natural' } },
          answer: {},
          total: 2,
          claim: { times: 1, most: HOURS, by: 'all' },
        },
      },
      [
        'p.extensions.finish.times：应当是正整数',
        'p.extensions.finish.most.clock：这个单位只能用 working',
        'p.extensions.answer：只能是 reply、accept、claim、finish、total、rate',
        'p.extensions.total：应当写明 times、most',
        'p.extensions.claim.by：没有这一项（可用：times、most）',
      ],
    ],
    ['ladder', { ladder: DEFAULT_LADDER[0] }, ['p.ladder：应当是最多6级的列表']],
    ['ladder', { ladder: Array.from({ length: 7 }, () => DEFAULT_LADDER[0]) }, ['p.ladder：应当是最多6级的列表']],
    [
      'ladder',
      { ladder: [DEFAULT_LADDER[1], { role: 'mayor', within: HOURS }, 'secretary', { role: 'regulator' }] },
      [
        'p.ladder[1].role：应当是 secretary、supervisor、regulator 之一',
        'p.ladder[2]：应当写明 role、within',
        'p.ladder[3].within：应当写明 amount、unit、clock',
      ],
    ],
    [
      'ladder',
      {
        ladder: [
          { role: 'supervisor', within: HOURS, supervise: { ...HOURS, amount: 0 } },
          { role: 'supervisor', within: HOURS, supervize: HOURS },
        ],
      },
      [
        'p.ladder[0].supervise.amount：应当是正整数',
        'p.ladder[1].supervize：没有这一项（可用：role、within、supervise）',
      ],
    ],
    [
      'pauses',
      { pauseOn: { resident: ['total', 'reply'], mood: [], weather: 'finish' } },
      [
        'p.pauseOn.resident：只能暂停 accept、claim、finish、total',
        'p.pauseOn.mood：没有这种等待',
        'p.pauseOn.weather：只能暂停 accept、claim、finish、total',
      ],
    ],
    [
      'counts',
      { rateDays: 3661, reopenDays: 0, appealDays: '7', maxPhotos: 1.5, urgeEveryMinutes: 100_001 },
      [
        'p.rateDays：最多3660',
        'p.reopenDays：应当是正整数',
        'p.appealDays：应当是正整数',
        'p.maxPhotos：应当是正整数',
        'p.urgeEveryMinutes：最多100000',
      ],
    ],
  ])('hears of every mistake, with its place (%s)', (_, policy, expected) => {
    expect(mistakes(policy)).toEqual(expected);
  });
});

describe('a time limit', () => {
  it.each(['constructor', 'toString', '', null, 3, ['hours']])('has a unit we know, not %j', (unit) => {
    expect(limitMistakes('l', { ...HOURS, unit })).toEqual(['l.unit：应当是 minutes、hours、days、workdays 之一']);
  });

  it('is one that can be counted: the longest that passes can be, one more cannot', () => {
    const calendar = defaultCalendar();
    const longest: readonly TimeLimit[] = [
      { amount: 3660 * 24 * 60, unit: 'minutes', clock: 'working' },
      { amount: 3660 * 24, unit: 'hours', clock: 'natural' },
      { amount: 3660, unit: 'days', clock: 'natural' },
      { amount: 3660, unit: 'workdays', clock: 'working' },
    ];
    for (const limit of longest) {
      expect(limitMistakes('l', limit)).toEqual([]);
      expect(planTime(new Date(0), limit, calendar).dueAt.getTime()).toBeGreaterThan(0);
      const more = { ...limit, amount: limit.amount + 1 };
      expect(limitMistakes('l', more)).toEqual([`l.amount：最多${limit.amount}`]);
      expect(() => planTime(new Date(0), more, calendar)).toThrow(RangeError);
    }
  });
});
