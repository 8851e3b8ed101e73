import type { Actor } from '../identity/actor.js';
import { countCharacters } from '../kernel/count-characters.js';
import { accept, refuse, type Decision, type Refusal } from '../kernel/decision.js';
import { endOfDaysWindow } from '../kernel/shanghai-day.js';
import { endTime } from '../time/format.js';
import { MATTER_ACTIONS, MATTER_LIFECYCLE, type MatterRule } from './lifecycle.js';
import { capacityAt, type Capacity, isOwnMatter, type MatterFacts, maySeeMatter } from './permissions.js';
import { MATTER_STATE_NAMES } from './state.js';
import { stepPostName } from './template.js';
import {
  currentStep,
  MATTER_ACTION_CODES,
  type Matter,
  type MatterAction,
  type MatterCommand,
  type MatterMove,
  type StepClock,
} from './matter.js';

export interface DecideFacts extends MatterFacts {
  /** The version the person saw; absent: whatever it is now. */
  readonly expectedVersion?: number;
  /** DEMO_TIME_SCALE: a demonstration's public notice hangs minutes. */
  readonly scale?: number;
}

interface Grant {
  readonly rule: MatterRule;
  readonly capacity: Capacity;
}

const DAY = 86_400_000;
const PRIVATE: Capacity = { postId: null, postName: null };

/** What a command does to an application now, or why it does nothing. */
export function decideMatter(
  matter: Matter,
  command: MatterCommand,
  actor: Actor,
  facts: DecideFacts,
): Decision<MatterMove> {
  const grant = authoriseMatter(matter, command.action, actor, facts);
  if (!grant.ok) return grant;
  const wrong = wrongWords(command);
  if (wrong) return wrong;
  if (actor.type === 'system') return refuse('matter.not_visible');

  const { rule, capacity } = grant.value;
  const { state, step } = nextPlace(matter, rule);
  const moved = step !== matter.step;
  return accept({
    patch: { state, step, version: matter.version + 1, stepStartedAt: moved ? facts.now : matter.stepStartedAt },
    event: {
      action: command.action,
      fromState: matter.state,
      toState: state,
      fromStep: matter.step,
      toStep: step,
      words: command.words?.trim() || null,
      actorId: actor.personId,
      ...capacity,
    },
    clock: clockOfMove(matter, command.action, step, moved),
  });
}

/** What the person's screen offers; the words come later. */
export function permittedMatterActions(matter: Matter, actor: Actor, facts: DecideFacts): readonly MatterAction[] {
  return MATTER_ACTION_CODES.filter((action) => authoriseMatter(matter, action, actor, facts).ok);
}

/** Everything that can be said before words are typed; refusals come in the order that tells a stranger least. */
function authoriseMatter(matter: Matter, action: MatterAction, actor: Actor, facts: DecideFacts): Decision<Grant> {
  const actionName = MATTER_ACTIONS[action].label;
  if (!maySeeMatter(matter, actor, facts)) return refuse('matter.not_visible');
  // Before whose turn it is: who lost a race may have no part in the next step, but must learn why.
  if (facts.expectedVersion !== undefined && facts.expectedVersion !== matter.version)
    return refuse('matter.stale', { version: matter.version, expected: facts.expectedVersion });
  const capacity = capacityFor(matter, action, actor, facts);
  if (!capacity.ok) return capacity;
  const rule = MATTER_LIFECYCLE[matter.state][action];
  if (!rule) {
    const { state } = matter;
    return refuse('matter.illegal_move', { state, stateName: MATTER_STATE_NAMES[state], action, actionName });
  }
  if (rule.move === 'back' && matter.step === 0) return refuse('matter.first_step');
  const standsUntil = rule.move === 'forward' ? endOfWait(matter, facts) : null;
  if (standsUntil && facts.now < standsUntil)
    return refuse('matter.too_early', { until: endTime(standsUntil, facts.now) });
  return accept({ rule, capacity: capacity.value });
}

/** Withdrawing is the applicant's; everything else whoever's turn it is, and never in one's own application (回避). */
function capacityFor(matter: Matter, action: MatterAction, actor: Actor, facts: MatterFacts): Decision<Capacity> {
  const facet = { action, actionName: MATTER_ACTIONS[action].label, postName: stepPostName(currentStep(matter)) };
  if (action === 'withdraw')
    return isOwnMatter(matter, actor, facts.now) ? accept(PRIVATE) : refuse('matter.not_yours_to_withdraw', facet);
  const capacity = capacityAt(matter, actor, facts);
  if (!capacity) return refuse('matter.not_allowed', facet);
  const isApplicant = actor.type === 'person' && actor.personId === matter.applicantId;
  return isApplicant ? refuse('matter.own', facet) : accept(capacity);
}

/** The days of a notice begin with the day after it was put up (Civil Code art. 201). */
function endOfWait(matter: Matter, { scale = 1 }: DecideFacts): Date | null {
  const { waitsForDays } = currentStep(matter);
  if (waitsForDays === undefined) return null;
  if (scale === 1) return endOfDaysWindow(matter.stepStartedAt, waitsForDays);
  return new Date(matter.stepStartedAt.getTime() + (waitsForDays * DAY) / scale);
}

function nextPlace(matter: Matter, { to, move }: MatterRule): Pick<Matter, 'state' | 'step'> {
  switch (move) {
    case undefined:
      return { state: to, step: matter.step };
    case 'back':
      return { state: to, step: matter.step - 1 };
    case 'forward':
      return matter.step + 1 < matter.steps.length
        ? { state: to, step: matter.step + 1 }
        : { state: 'done', step: matter.step };
  }
}

/** A refusal is an answer too: the step's promise is kept by it. */
function clockOfMove(matter: Matter, action: MatterAction, step: number, moved: boolean): StepClock {
  switch (action) {
    case 'advance':
    case 'return':
      return moved ? { type: 'next', step: currentStep({ ...matter, step }) } : { type: 'end', how: 'met' };
    case 'suspend':
      return { type: 'pause' };
    case 'resume':
      return { type: 'resume' };
    case 'refuse':
      return { type: 'end', how: 'met' };
    case 'withdraw':
      return { type: 'end', how: 'cancelled' };
  }
}

function wrongWords({ action, words = '' }: MatterCommand): Refusal | null {
  const { field: fieldName, min, max } = MATTER_ACTIONS[action];
  if (countCharacters(words) < min) return refuse('matter.words_too_short', { field: 'words', fieldName, min });
  if ([...words].length > max) return refuse('matter.words_too_long', { field: 'words', fieldName, max });
  return null;
}
