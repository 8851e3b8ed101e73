import { activePosts, reaches, type Actor } from '../identity/actor.js';
import { type AreaPath, communityOf } from '../identity/area-path.js';
import { postOver } from '../identity/person-rights.js';
import type { Post } from '../identity/post.js';
import type { Role } from '../identity/role.js';
import { isOpenMatter } from './state.js';
import { areaOfStep, STEP_ROLES, stepPostName } from './template.js';
import { currentStep, type Matter } from './matter.js';

/** What the rules must know besides the matter itself. */
export interface MatterFacts {
  readonly now: Date;
  /** Who holds the current step's post now, substitutes included. */
  readonly holderIds?: readonly string[];
}

/** In which capacity somebody moves a matter; the history names the post. */
export interface Capacity {
  readonly postId: string | null;
  readonly postName: string | null;
}

/**
 * Offices that see every application of their area. An application tells of poverty or illness, so the list is short:
 * a duty officer or a regulator sees one only where a step is theirs.
 */
export const MATTER_OFFICES = [
  'grid_worker',
  'dispatcher',
  'secretary',
  'supervisor',
] as const satisfies readonly Role[];

/** Who writes an application down for a resident. */
export const MATTER_RECEIVERS = ['grid_worker', 'dispatcher', 'secretary'] as const satisfies readonly Role[];

/**
 * Whose own matter it is: the applicant's, and as long as they receive applications there that of the worker who wrote it
 * down. Who has left the office has left its papers.
 */
export function isOwnMatter(matter: Matter, actor: Actor, now: Date): boolean {
  if (actor.type !== 'person') return false;
  if (actor.personId === matter.applicantId) return true;
  return actor.personId === matter.createdById && postToReceive(actor, matter.areaPath, now) !== null;
}

/** Where somebody receives applications: a helper's post reaches the whole community. The mirror of `postToReceive` for lists. */
export function receivingAreas(actor: Actor, now: Date): readonly AreaPath[] {
  return activePosts(actor, now)
    .filter(({ role }) => (MATTER_RECEIVERS as readonly Role[]).includes(role))
    .map(({ scope }) => communityOf(scope.areaPath) ?? scope.areaPath);
}

/** Whether the actor may know of the matter at all; to everybody else it does not exist. */
export function maySeeMatter(matter: Matter, actor: Actor, facts: MatterFacts): boolean {
  if (isOwnMatter(matter, actor, facts.now) || postOver(actor, MATTER_OFFICES, matter.areaPath, facts.now)) return true;
  const roles = STEP_ROLES.filter((role) => matter.steps.some((step) => step.role === role));
  if (postOver(actor, roles, matter.areaPath, facts.now)) return true;
  return isOpenMatter(matter.state) && isSubstitute(actor, facts);
}

/**
 * The capacity in which the actor works on the current step: its post, or the secretary or supervisor above it. Nobody
 * acts above their own area, so a community never approves what the district decides. Null: none.
 */
export function capacityAt(matter: Matter, actor: Actor, facts: MatterFacts): Capacity | null {
  const step = currentStep(matter);
  const post = postOver(
    actor,
    [step.role, 'secretary', 'supervisor'],
    areaOfStep(matter.areaPath, step.level),
    facts.now,
  );
  if (post) return { postId: post.id, postName: post.name };
  return isSubstitute(actor, facts) ? { postId: null, postName: stepPostName(step) } : null;
}

/** The post by which somebody writes an application down for a resident of the place. */
export function postToReceive(actor: Actor, areaPath: AreaPath, now: Date): Post | null {
  return (
    activePosts(actor, now).find(
      (post) => (MATTER_RECEIVERS as readonly Role[]).includes(post.role) && reaches(post, areaPath),
    ) ?? null
  );
}

function isSubstitute(actor: Actor, { holderIds = [] }: MatterFacts): boolean {
  return actor.type === 'person' && holderIds.includes(actor.personId);
}
