import { Injectable } from '@nestjs/common';
import { DEFAULT_POLICY, type Rung } from '@linshao/domain';
import { PlaybooksService } from '../playbooks/playbooks.service.js';
import type { DeadlineRow } from './deadline-row.js';

/** Ladders of a version never change: kept for good, a few hundred categories a version. */
const MOST = 5_000;

/** Finds the ladder a promise was given with; one whose policy is gone climbs the usual one. */
@Injectable()
export class LaddersService {
  private readonly known = new Map<string, readonly Rung[]>();

  constructor(private readonly playbooks: PlaybooksService) {}

  async of(
    cityId: number,
    { playbook_id: playbookId, category }: Pick<DeadlineRow, 'playbook_id' | 'category'>,
  ): Promise<readonly Rung[]> {
    if (playbookId === null || category === null) return DEFAULT_POLICY.ladder;
    const key = `${cityId} ${playbookId} ${category}`;
    const known = this.known.get(key);
    if (known) return known;
    const policy = await this.playbooks.policyOf(cityId, playbookId, category);
    const ladder = policy?.ladder ?? DEFAULT_POLICY.ladder;
    if (policy) {
      if (this.known.size >= MOST) this.known.clear();
      this.known.set(key, ladder);
    }
    return ladder;
  }
}
