import { MATTER_ACTORS, matter, type MatterActorName } from '../testing/matters.js';
import { NOW } from '../testing/people.js';
import { decideMatter, permittedMatterActions } from './decide-matter.js';
import { MATTER_ACTIONS, MATTER_LIFECYCLE } from './lifecycle.js';
import { MATTER_ACTION_CODES, type MatterAction } from './matter.js';
import { MATTER_STATES, type MatterState } from './state.js';

const TABLE = `
action    running    suspended  done  refused  withdrawn
advance   running    ·          ·     ·        ·
return    running    ·          ·     ·        ·
suspend   suspended  ·          ·     ·        ·
resume    ·          running    ·     ·        ·
refuse    refused    refused    ·     ·        ·
withdraw  withdrawn  withdrawn  ·     ·        ·
`;
const [header = '', ...lines] = TABLE.trim().split('\n');

/** Who may work on each step (by its index) of the template: the post's holder, the secretary and the supervisor over it. */
const WORKERS: Readonly<Record<number, readonly MatterActorName[]>> = {
  0: ['desk', 'secretary', 'supervisor'],
  1: ['gridWorker', 'secretary', 'supervisor'],
  2: ['desk', 'secretary', 'supervisor'],
  3: ['supervisor'],
  4: ['regulator'],
};
const WITHDRAWERS: readonly MatterActorName[] = ['applicant', 'desk'];
const SEEING: readonly MatterActorName[] = ['applicant', 'desk', 'gridWorker', 'secretary', 'supervisor', 'regulator'];

const steps = Object.keys(WORKERS).map(Number);
const names = Object.keys(MATTER_ACTORS) as MatterActorName[];

/** What must come of it; a step that is the first one, or a notice still hanging, is left to other tests. */
function expected(name: MatterActorName, action: MatterAction, state: MatterState, step: number): string {
  if (!SEEING.includes(name)) return 'matter.not_visible';
  if (action === 'withdraw' && !WITHDRAWERS.includes(name)) return 'matter.not_yours_to_withdraw';
  if (action !== 'withdraw' && !WORKERS[step]?.includes(name)) return 'matter.not_allowed';
  const rule = MATTER_LIFECYCLE[state][action];
  if (!rule) return 'matter.illegal_move';
  if (action === 'return' && step === 0) return 'matter.first_step';
  return action === 'advance' && step === 4 ? 'done' : rule.to;
}

describe('the lifecycle of a livelihood matter', () => {
  it('is written down for every state and every action', () => {
    expect(header.trim().split(/\s+/).slice(1)).toEqual([...MATTER_STATES]);
    expect(lines.map((line) => line.split(/\s+/)[0])).toEqual([...MATTER_ACTION_CODES]);
    expect(Object.keys(MATTER_ACTIONS)).toEqual([...MATTER_ACTION_CODES]);
  });

  it.each(lines.map((line) => line.trim().split(/\s+/)))('%s', (action, ...cells) => {
    expect(MATTER_STATES.map((state) => MATTER_LIFECYCLE[state][action as MatterAction]?.to ?? '·')).toEqual(cells);
  });

  it.each(names)('lets %s do exactly what is theirs, in every state, at every step', (name) => {
    for (const state of MATTER_STATES) {
      for (const step of steps) {
        for (const action of MATTER_ACTION_CODES) {
          const decision = decideMatter(
            matter({ state, step }),
            { action, words: '材料齐全，已经核对' },
            MATTER_ACTORS[name],
            { now: NOW },
          );
          const outcome = decision.ok ? decision.value.patch.state : decision.code;
          expect({ state, step, action, outcome }).toEqual({
            state,
            step,
            action,
            outcome: expected(name, action, state, step),
          });
        }
      }
    }
  });

  it('offers what it would allow', () => {
    for (const name of names) {
      for (const state of MATTER_STATES) {
        for (const step of steps) {
          const offered = permittedMatterActions(matter({ state, step }), MATTER_ACTORS[name], { now: NOW });
          const allowed = MATTER_ACTION_CODES.filter((action) => !expected(name, action, state, step).includes('.'));
          expect({ name, state, step, offered }).toEqual({ name, state, step, offered: allowed });
        }
      }
    }
  });
});
