import type { Actor } from '../identity/actor.js';
import { ROLES } from '../identity/role.js';
import { DEFAULT_POLICY } from '../orders/policy.js';
import { ACTORS } from '../testing/orders.js';
import { GRID, person, post, STREET, SYSTEM, unitScope } from '../testing/people.js';
import { CALENDAR } from '../testing/promises.js';
import type { TimeLimit } from '../time/time-limit.js';
import { replanClock, withoutReasons } from './clock.js';
import {
  cancelDeadline,
  type Deadline,
  fulfilDeadline,
  pauseDeadline,
  resumeDeadline,
  startDeadline,
} from './deadline.js';
import { extendDeadline, type Extension, type ExtensionFacts, REASON } from './extension.js';
import { DEADLINE_KINDS, type DeadlineKind } from './kinds.js';

const at = (text: string) => new Date(`${text}+08:00`);
const START = at('2026-11-23T10:00:00');
const TWO_DAYS: TimeLimit = { amount: 2, unit: 'workdays', clock: 'working' };
const FIVE_DAYS: TimeLimit = { amount: 5, unit: 'workdays', clock: 'working' };
const facts: ExtensionFacts = {
  now: at('2026-11-24T10:00:00'),
  areaPath: GRID,
  policy: DEFAULT_POLICY,
  calendar: CALENDAR,
};
const promise = (kind: DeadlineKind = 'finish'): Deadline => ({
  ...startDeadline(FIVE_DAYS, START, CALENDAR, { kind, reminders: [0.8] }),
  id: 'd1',
  version: 1,
});

interface Attempt {
  readonly deadline: Deadline;
  readonly by: TimeLimit;
  readonly reason: string;
  readonly actor: Actor;
  readonly facts: Partial<ExtensionFacts>;
}

function extend(attempt: Partial<Attempt> = {}) {
  const { deadline = promise(), by = TWO_DAYS, reason = '等待配件', actor = ACTORS.supervisor } = attempt;
  return extendDeadline(deadline, by, reason, actor, { ...facts, ...attempt.facts });
}

function extended(attempt: Partial<Attempt> = {}): Extension {
  const decision = extend(attempt);
  if (!decision.ok) throw new Error(decision.code);
  return decision.value;
}

function refused(attempt: Partial<Attempt> = {}): string {
  const decision = extend(attempt);
  return decision.ok ? 'extended' : `${decision.code}：${decision.title}`;
}

describe('an extension', () => {
  it('moves the date on from the old one, says why, and is signed with the office', () => {
    const { deadline, post: by } = extended();
    expect(deadline).toMatchObject({
      state: 'running',
      dueAt: at('2026-12-02T17:30:00'),
      adjustments: [{ type: 'extension', by: TWO_DAYS, reason: '等待配件' }],
      why: '自11月23日起第5个工作日下班时，延长2个工作日（等待配件），至12月2日17:30',
    });
    expect(by?.role).toBe('supervisor');
  });

  it('keeps its date when its words must go', () => {
    const { deadline } = extended({ reason: '王某某（三楼）住院$&' });
    const { why, adjustments, ...rest } = withoutReasons(deadline);
    expect(why).toBe('自11月23日起第5个工作日下班时，延长2个工作日（原因已删除），至12月2日17:30');
    expect(adjustments).toEqual([{ type: 'extension', by: TWO_DAYS, reason: '原因已删除' }]);
    expect(deadline).toMatchObject(rest);
    expect(replanClock(withoutReasons(deadline), CALENDAR)).toEqual(withoutReasons(deadline));
    expect(withoutReasons(withoutReasons(deadline))).toEqual(withoutReasons(deadline));
  });

  it('of one that stands still lets it stand still', () => {
    const { deadline } = extended({ deadline: pauseDeadline(promise(), at('2026-11-23T17:30:00')) });
    expect(deadline).toMatchObject({ state: 'paused', dueAt: at('2026-12-02T17:30:00') });
    expect(resumeDeadline(deadline, at('2026-11-24T17:30:00'), CALENDAR).dueAt).toEqual(at('2026-12-03T17:30:00'));
  });
});

describe('who may give more time', () => {
  it('is the sub-district’s supervisor over that place, nobody else', () => {
    for (const [name, actor] of Object.entries(ACTORS)) {
      expect([name, extend({ actor }).ok]).toEqual([name, name === 'supervisor']);
    }
    for (const role of ROLES) {
      const actor = person('somebody', post(role, STREET));
      expect([role, extend({ actor }).ok]).toEqual([role, role === 'supervisor']);
    }
    expect(extend({ actor: SYSTEM }).ok).toBe(false);
    expect(refused({ actor: ACTORS.secretary })).toMatch(/^deadline.not_allowed：“办理”时限只能由街道督办延长/);
  });

  it('holds the office now', () => {
    const [now, earlier] = [facts.now, new Date(facts.now.getTime() - 1)];
    expect(extend({ actor: person('a', post('supervisor', STREET, { to: now })) }).ok).toBe(false);
    expect(extend({ actor: person('a', post('supervisor', STREET, { from: new Date(now.getTime() + 1) })) }).ok).toBe(
      false,
    );
    expect(extend({ actor: person('a', post('supervisor', STREET, { from: earlier, to: null })) }).ok).toBe(true);
    expect(extend({ actor: person('a', post('supervisor', '320400/320402/320402004')) }).ok).toBe(false);
    expect(extend({ actor: person('a', post('supervisor', STREET, { scope: unitScope('u1', '330000') })) }).ok).toBe(
      false,
    );
  });
});

describe('what can be extended', () => {
  it('is what the policy names, nothing that follows from a miss', () => {
    const can = DEADLINE_KINDS.filter((kind) => extend({ deadline: promise(kind) }).ok);
    expect(can).toEqual(['finish', 'total']);
    expect(refused({ deadline: promise('reply') })).toMatch(/^deadline.not_extendable：“公开回复”时限不能延长/);
    const policy = { ...DEFAULT_POLICY, extensions: {} };
    expect(refused({ facts: { policy } })).toMatch(/^deadline.not_extendable/);
  });

  it('has not ended, whether or not a worker has looked at it since', () => {
    expect(refused({ deadline: fulfilDeadline(promise(), facts.now) })).toBe(
      'deadline.final：“办理”时限按时完成，不能再延长。',
    );
    expect(refused({ deadline: cancelDeadline(promise(), facts.now) })).toMatch(/不再适用/);
    const overdue = 'deadline.final：“办理”时限已超时，不能再延长。';
    expect(refused({ deadline: { ...promise(), state: 'missed' } })).toBe(overdue);
    expect(refused({ facts: { now: at('2026-11-30T17:30:00') } })).toBe(overdue);
    expect(refused({ facts: { now: at('2026-11-30T17:29:59') } })).toBe('extended');
    const paused = pauseDeadline(promise(), at('2026-11-24T09:00:00'));
    expect(refused({ deadline: paused, facts: { now: at('2026-12-30T17:30:00') } })).toBe('extended');
  });

  it('only so often', () => {
    const once = extended().deadline;
    expect(refused({ deadline: once })).toBe('deadline.extended_enough：“办理”时限已经延长过1次，不能再延长。');
    const finish = { times: 2, most: FIVE_DAYS };
    const twice = extended({ deadline: once, facts: { policy: { ...DEFAULT_POLICY, extensions: { finish } } } });
    expect(twice.deadline.dueAt).toEqual(at('2026-12-04T17:30:00'));
    const paused = resumeDeadline(pauseDeadline(promise(), START), facts.now, CALENDAR);
    expect(extend({ deadline: paused }).ok).toBe(true);
  });

  it.each<[TimeLimit, boolean]>([
    [FIVE_DAYS, true],
    [{ ...FIVE_DAYS, amount: 6 }, false],
    // Counted by the date it leads to, whatever the unit: the fifth day is a Saturday, so that it ends on Monday at 24:00.
    [{ amount: 4, unit: 'days', clock: 'natural' }, true],
    [{ amount: 5, unit: 'days', clock: 'natural' }, false],
    [{ amount: 168, unit: 'hours', clock: 'natural' }, true],
    [{ amount: 169, unit: 'hours', clock: 'natural' }, false],
    [{ amount: 35, unit: 'hours', clock: 'working' }, true],
    [{ amount: 35 * 60 + 1, unit: 'minutes', clock: 'working' }, false],
  ])('no further than the policy allows: %j → %s', (by, may) => {
    expect(refused({ by })).toBe(
      may ? 'extended' : 'deadline.extension_too_long：延期太长，最晚只能延到12月7日17:30。',
    );
  });

  it.each([
    ['', false],
    ['好', false],
    [' 好 \u200b', false],
    ['配件', true],
    ['𠮷'.repeat(REASON.max), true],
    [` ${'配'.repeat(REASON.max)} `, true],
    ['配'.repeat(REASON.max + 1), false],
  ])('with a reason that can be read: “%s” → %s', (reason, may) => {
    expect(refused({ reason })).toBe(may ? 'extended' : 'deadline.reason_needed：请写明延期原因，2到40个字。');
    if (may) expect(extended({ reason }).deadline.why).toContain(`（${reason.trim()}）`);
  });
});
