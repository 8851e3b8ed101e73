import { activePosts, covers, DUTY_STAFF, mayWorkAtDesk, type Post, type Role } from '@linshao/domain';
import { Injectable } from '@nestjs/common';
import type { Caller } from '../platform/auth/caller.js';
import { Clock } from '../platform/clock/clock.js';
import { problemOf } from '../platform/http/problem.js';
import type { DeskArea } from './desk-queue.repository.js';

/** As in lists of orders: who is on duty answers what may be answered in public. */
const SEES_CONFIDENTIAL: ReadonlySet<Role> = new Set<Role>(['dispatcher', 'secretary', 'supervisor']);

/** Where a caller sits at the duty desk. */
@Injectable()
export class DeskAccess {
  constructor(private readonly clock: Clock) {}

  /** The caller's areas, without those inside another one that shows as much. */
  areas({ actor }: Caller): DeskArea[] {
    const all = new Map<string, DeskArea>();
    for (const { role, scope } of this.posts(actor)) {
      const confidential = SEES_CONFIDENTIAL.has(role) || (all.get(scope.areaPath)?.confidential ?? false);
      all.set(scope.areaPath, { path: scope.areaPath, confidential });
    }
    const areas = [...all.values()];
    return areas.filter(
      (area) =>
        !areas.some(
          (other) => other !== area && covers(other.path, area.path) && (other.confidential || !area.confidential),
        ),
    );
  }

  /** The post by which the caller works there. @throws Problem 403 without one. */
  require({ actor }: Caller, areaPath: string): Post {
    const decision = mayWorkAtDesk(actor, areaPath, this.clock.now());
    if (!decision.ok) throw problemOf(decision);
    return decision.value;
  }

  /** The post the caller is on duty by, else the first by which they work at a desk. */
  ownPost({ actor }: Caller): Post | null {
    const posts = this.posts(actor);
    return posts.find(({ role }) => role === 'duty_officer') ?? posts[0] ?? null;
  }

  private posts(actor: Caller['actor']): Post[] {
    return activePosts(actor, this.clock.now()).filter(({ role }) => DUTY_STAFF.some((staff) => staff === role));
  }
}
