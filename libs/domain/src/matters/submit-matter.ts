import type { Actor } from '../identity/actor.js';
import type { AreaPath } from '../identity/area-path.js';
import { accept, refuse, type Decision } from '../kernel/decision.js';
import type { MatterEvent, NewMatter } from './matter.js';
import { postToReceive } from './permissions.js';
import type { MatterTemplate } from './template.js';

export interface Application {
  readonly areaPath: AreaPath;
  /** Absent: a worker's entry for somebody not registered; of anybody else their own. */
  readonly applicantId?: string;
}

export interface MatterCreation {
  readonly matter: NewMatter;
  readonly event: MatterEvent;
}

/** A new application by the resident, or written down for them by somebody who receives applications at their place. */
export function submitMatter(
  { areaPath, applicantId }: Application,
  template: MatterTemplate,
  actor: Actor,
  now: Date,
): Decision<MatterCreation> {
  if (actor.type === 'system') return refuse('matter.on_behalf_not_allowed');
  const receiver = postToReceive(actor, areaPath, now);
  const applicant = applicantId ?? (receiver ? null : actor.personId);
  const isOwn = applicant === actor.personId;
  if (!isOwn && !receiver) return refuse('matter.on_behalf_not_allowed');
  const post = isOwn ? null : receiver;
  return accept({
    matter: {
      steps: template.steps,
      state: 'running',
      step: 0,
      version: 1,
      areaPath,
      applicantId: applicant,
      createdById: actor.personId,
      stepStartedAt: now,
    },
    event: {
      action: 'submit',
      fromState: null,
      toState: 'running',
      fromStep: null,
      toStep: 0,
      words: null,
      actorId: actor.personId,
      postId: post?.id ?? null,
      postName: post?.name ?? null,
    },
  });
}
