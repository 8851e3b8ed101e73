import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type FiredDeadline, FiringHooks } from '../deadlines/firing-hooks.service.js';
import type { Transaction } from '../platform/database/database.js';
import { nextId } from '../platform/ids.js';
import { matterMissed } from './matters.events.js';
import { MattersRepository } from './matters.repository.js';

/** Writes a missed step into its matter in the very transaction in which its clock fires. */
@Injectable()
export class MissedSteps implements OnModuleInit {
  constructor(
    private readonly hooks: FiringHooks,
    private readonly repository: MattersRepository,
  ) {}

  onModuleInit(): void {
    this.hooks.onMissed('step', 'matters', (tx, cityId, missed) => this.mark(tx, cityId, missed));
  }

  private mark(tx: Transaction, cityId: number, missed: readonly FiredDeadline[]): Promise<void> {
    const misses = missed.map(({ id, dueAt }) => ({
      deadline_id: id,
      due_at: dueAt,
      event_id: nextId(),
      outbox_id: nextId(),
    }));
    return this.repository.miss(tx, cityId, matterMissed.topic, misses);
  }
}
