import fc from 'fast-check';
import { MATTER_ACTORS, matter, TEMPLATE } from '../testing/matters.js';
import { COMMUNITY, GRID, NOW, person, post } from '../testing/people.js';
import { decideMatter } from './decide-matter.js';
import { MATTER_ACTION_CODES, type Matter, type MatterCommand } from './matter.js';
import { maySeeMatter } from './permissions.js';
import { isOpenMatter } from './state.js';
import { submitMatter } from './submit-matter.js';
import { areaOfStep, stepPostName } from './template.js';

const { applicant, desk, gridWorker, secretary, supervisor, regulator } = MATTER_ACTORS;
const at = (text: string): Date => new Date(`${text}+08:00`);

function moved(before: Matter, command: MatterCommand, actor: Parameters<typeof decideMatter>[2], facts = {}) {
  const decision = decideMatter(before, command, actor, { now: NOW, ...facts });
  if (!decision.ok) throw new Error(decision.code);
  return decision.value;
}
function refused(before: Matter, command: MatterCommand, actor: Parameters<typeof decideMatter>[2], facts = {}) {
  const decision = decideMatter(before, command, actor, { now: NOW, ...facts });
  if (decision.ok) throw new Error(`${command.action} was allowed`);
  return decision;
}

describe('a step', () => {
  it('finished hands on to the next one with its own clock', () => {
    const { patch, event, clock } = moved(matter(), { action: 'advance', words: ' 材料齐全 ' }, desk);
    expect(patch).toEqual({ state: 'running', step: 1, version: 4, stepStartedAt: NOW });
    expect(event).toEqual({
      action: 'advance',
      fromState: 'running',
      toState: 'running',
      fromStep: 0,
      toStep: 1,
      words: '材料齐全',
      actorId: 'desk',
      postId: 'post-dispatcher',
      postName: 'dispatcher',
    });
    expect(clock).toEqual({ type: 'next', step: TEMPLATE.steps[1] });
  });

  it('that was the last ends the matter', () => {
    const { patch, clock } = moved(matter({ step: 4 }), { action: 'advance', words: '同意' }, regulator);
    expect(patch).toMatchObject({ state: 'done', step: 4 });
    expect(clock).toEqual({ type: 'end', how: 'met' });
  });

  it('goes back one step, never further', () => {
    const back = moved(matter({ step: 3 }), { action: 'return', words: '缺一份证明' }, supervisor);
    expect(back.patch).toMatchObject({ state: 'running', step: 2, stepStartedAt: NOW });
    expect(back.clock).toEqual({ type: 'next', step: TEMPLATE.steps[2] });
    expect(refused(matter(), { action: 'return', words: '缺一份证明' }, desk).code).toBe('matter.first_step');
  });

  it('that waits for papers pauses its clock and keeps its start', () => {
    const before = matter({ step: 1 });
    const pause = moved(before, { action: 'suspend', words: '请补收入证明' }, gridWorker);
    expect(pause).toMatchObject({ patch: { state: 'suspended', step: 1 }, clock: { type: 'pause' } });
    expect(pause.patch.stepStartedAt).toEqual(before.stepStartedAt);
    const resume = moved({ ...before, ...pause.patch }, { action: 'resume' }, gridWorker);
    expect(resume).toMatchObject({
      patch: { state: 'running', step: 1 },
      event: { words: null },
      clock: { type: 'resume' },
    });
  });

  it('that is refused has been answered; one that is withdrawn is owed no more', () => {
    const words = '收入高于标准';
    expect(moved(matter(), { action: 'refuse', words }, desk).clock).toEqual({ type: 'end', how: 'met' });
    expect(moved(matter(), { action: 'withdraw' }, applicant)).toMatchObject({
      clock: { type: 'end', how: 'cancelled' },
      event: { postId: null, postName: null },
    });
  });

  it('asks for a note in words a person would count', () => {
    expect(refused(matter(), { action: 'advance' }, desk)).toMatchObject({
      code: 'matter.words_too_short',
      title: '“办理情况”至少写2个字。',
      facts: { field: 'words' },
    });
    expect(refused(matter(), { action: 'refuse', words: ' 不 行 ' }, desk).code).toBe('matter.words_too_short');
    expect(refused(matter(), { action: 'advance', words: '好'.repeat(501) }, desk).code).toBe('matter.words_too_long');
  });
});

describe('a public notice', () => {
  const hanging = matter({ step: 2, stepStartedAt: at('2026-11-10T09:00:00') });
  const advance: MatterCommand = { action: 'advance', words: '公示无异议' };

  it('hangs its full term: the day it was put up does not count', () => {
    expect(refused(hanging, advance, desk, { now: at('2026-11-17T23:59:59') })).toMatchObject({
      code: 'matter.too_early',
      title: '这一步要到11月17日24:00期满才能办结，请期满后再操作。',
    });
    expect(moved(hanging, advance, desk, { now: at('2026-11-18T00:00:00') }).patch.step).toBe(3);
  });

  it('may be sent back before', () => {
    expect(
      moved(hanging, { action: 'return', words: '有人反映' }, desk, { now: at('2026-11-11T09:00:00') }).patch.step,
    ).toBe(1);
  });

  it('hangs minutes in a demonstration', () => {
    const facts = (minutes: number) => ({
      now: new Date(hanging.stepStartedAt.getTime() + minutes * 60_000),
      scale: 60,
    });
    expect(refused(hanging, advance, desk, facts(167)).code).toBe('matter.too_early');
    expect(moved(hanging, advance, desk, facts(168)).patch.step).toBe(3);
  });
});

describe('whoever acts', () => {
  it('loses to whoever acted before', () => {
    expect(refused(matter(), { action: 'advance', words: '齐全' }, desk, { expectedVersion: 2 })).toMatchObject({
      code: 'matter.stale',
      facts: { version: 3, expected: 2 },
    });
  });

  it('never decides their own application, whatever their post (回避)', () => {
    const own = matter({ applicantId: 'secretary' });
    expect(refused(own, { action: 'advance', words: '齐全' }, secretary).code).toBe('matter.own');
    expect(moved(own, { action: 'withdraw' }, secretary).patch.state).toBe('withdrawn');
  });

  it('may stand in for the post: as its substitute while the step is there', () => {
    const substitute = person('substitute');
    const facts = { holderIds: ['substitute'] };
    expect(moved(matter(), { action: 'advance', words: '齐全' }, substitute, facts).event).toMatchObject({
      actorId: 'substitute',
      postId: null,
      postName: '民政窗口',
    });
    expect(maySeeMatter(matter({ state: 'done' }), substitute, { now: NOW, ...facts })).toBe(false);
    expect(refused(matter(), { action: 'advance', words: '齐全' }, substitute).code).toBe('matter.not_visible');
  });

  it('acts by a post at or above the step’s place, never above their own', () => {
    const wide = person('wide', post('dispatcher', '320400/320402/320402003'));
    expect(moved(matter(), { action: 'advance', words: '齐全' }, wide).patch.step).toBe(1);
    const low = person('low', post('regulator', COMMUNITY));
    expect(refused(matter({ step: 4 }), { action: 'advance', words: '同意' }, low).code).toBe('matter.not_allowed');
  });
});

describe('an application', () => {
  const submitted = (input: Parameters<typeof submitMatter>[0], actor: Parameters<typeof submitMatter>[2]) =>
    submitMatter(input, TEMPLATE, actor, NOW);

  it('is anybody’s own, and written down for others by those who receive them', () => {
    const own = submitted({ areaPath: GRID }, applicant);
    expect(own).toMatchObject({ ok: true, value: { matter: { applicantId: 'applicant', step: 0, version: 1 } } });
    for (const worker of [desk, gridWorker, secretary]) {
      expect(submitted({ areaPath: GRID, applicantId: 'applicant' }, worker)).toMatchObject({
        value: {
          matter: { applicantId: 'applicant' },
          event: { postName: expect.any(String) as string },
        },
      });
      expect(submitted({ areaPath: GRID }, worker)).toMatchObject({ value: { matter: { applicantId: null } } });
    }
    expect(submitted({ areaPath: GRID, applicantId: 'desk' }, desk)).toMatchObject({
      value: { matter: { applicantId: 'desk' }, event: { postId: null } },
    });
  });

  it('is not written down by neighbours, members, other communities or the system', () => {
    const { neighbour, member, otherDesk, administrator, system, former } = MATTER_ACTORS;
    for (const actor of [neighbour, member, otherDesk, administrator, system, former])
      expect(submitted({ areaPath: GRID, applicantId: 'applicant' }, actor)).toMatchObject({
        code: 'matter.on_behalf_not_allowed',
      });
  });
});

describe('the place of a step', () => {
  const building = `${GRID}/G01-E01/G01-E01-B03`;
  it.each([
    [building, 'grid', GRID],
    [building, 'community', COMMUNITY],
    [building, 'subdistrict', '320400/320402/320402003'],
    [building, 'district', '320400/320402'],
    [COMMUNITY, 'grid', COMMUNITY],
    ['320400/320402/320402003', 'community', '320400/320402/320402003'],
    ['441900/441900003/441900003001', 'district', '441900'],
  ] as const)('of a matter at %s, on the level of a %s, is %s', (path, level, place) => {
    expect(areaOfStep(path, level)).toBe(place);
  });

  it('has a post with the name people know, else the role’s', () => {
    expect(TEMPLATE.steps.map(stepPostName)).toEqual(['民政窗口', '网格员', '派单员', '街道督办', '行业主管']);
  });
});

describe('any run of an application', () => {
  const workers = [applicant, desk, gridWorker, secretary, supervisor, regulator];
  const tries = fc.array(fc.tuple(fc.constantFrom(...MATTER_ACTION_CODES), fc.constantFrom(...workers), fc.nat(9)), {
    maxLength: 60,
  });

  it('moves one step at a time, is finished only through its last step, and never moves again', () => {
    fc.assert(
      fc.property(tries, (commands) => {
        let now = matter({ version: 1 });
        for (const [action, actor, days] of commands) {
          const facts = { now: new Date(now.stepStartedAt.getTime() + days * 86_400_000) };
          const decision = decideMatter(now, { action, words: '一切按规定办理' }, actor, facts);
          if (!decision.ok) continue;
          expect(isOpenMatter(now.state)).toBe(true);
          const { patch, event, clock } = decision.value;
          expect(patch.version).toBe(now.version + 1);
          expect(Math.abs(patch.step - now.step)).toBeLessThanOrEqual(1);
          expect(patch.step).toBeGreaterThanOrEqual(0);
          expect(patch.step).toBeLessThan(TEMPLATE.steps.length);
          if (patch.state === 'done') expect(now.step).toBe(TEMPLATE.steps.length - 1);
          expect(clock.type === 'end').toBe(!isOpenMatter(patch.state));
          expect(clock.type === 'next').toBe(patch.step !== now.step);
          expect(event).toMatchObject({
            fromState: now.state,
            toState: patch.state,
            fromStep: now.step,
            toStep: patch.step,
          });
          if (action !== 'withdraw') expect(event.actorId).not.toBe('applicant');
          now = { ...now, ...patch };
        }
      }),
    );
  });
});
