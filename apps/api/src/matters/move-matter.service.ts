import {
  type AreaPath,
  decideMatter,
  type MatterCommand,
  type MatterMove,
  refuse,
  type StepClock,
} from '@linshao/domain';
import { Inject, Injectable } from '@nestjs/common';
import { DeadlinesService } from '../deadlines/deadlines.service.js';
import type { Caller } from '../platform/auth/caller.js';
import { Clock } from '../platform/clock/clock.js';
import type { Config } from '../platform/config/config.js';
import { CONFIG } from '../platform/config/config.module.js';
import { Database, type Transaction } from '../platform/database/database.js';
import { isOvertaken, oneStatement } from '../platform/database/statement.js';
import { OutboxWaker } from '../platform/events/outbox.jobs.js';
import { Problem, problemOf } from '../platform/http/problem.js';
import { earlierSubject, isRepeated, type Repeatable, takeKey } from '../platform/idempotency/idempotency.js';
import { type MatterRow, toMatter } from './matter-row.js';
import { MatterTurns, type Turn } from './matter-turns.service.js';
import { matterEventParts, updateMatter } from './matter-writer.js';
import { MattersRepository } from './matters.repository.js';
import { startOfStep } from './step-clock.js';

/** What one request asks of a matter. */
export interface MatterRequest {
  readonly command: MatterCommand;
  /** The version the person saw; absent: whatever it is now. */
  readonly version?: number | undefined;
  readonly repeatable: Repeatable | null;
}

/** Somebody else moved it between load and save. */
class Overtaken extends Error {}

const ATTEMPTS = 5;

/** Every move of a matter: load → decide → its clock, its row, its event and its outbox row in one transaction. */
@Injectable()
export class MoveMatterService {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly database: Database,
    private readonly repository: MattersRepository,
    private readonly deadlines: DeadlinesService,
    private readonly turns: MatterTurns,
    private readonly clock: Clock,
    private readonly waker: OutboxWaker,
  ) {}

  async move(caller: Caller, id: string, request: MatterRequest): Promise<void> {
    if (await this.isDone(caller, request)) return;
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      try {
        await this.tryOnce(caller, id, request);
        this.waker.wake();
        return;
      } catch (error) {
        // Sent twice at once, its twin may be the very reason why this one is refused.
        if ((isRepeated(error) || error instanceof Problem) && (await this.isDone(caller, request))) return;
        if (!(error instanceof Overtaken) && !isOvertaken(error)) throw error;
      }
    }
    throw problemOf(refuse('matter.stale'));
  }

  private async isDone({ cityId, personId }: Caller, { repeatable }: MatterRequest): Promise<boolean> {
    return (await earlierSubject(this.database, cityId, personId, repeatable)) !== null;
  }

  private async tryOnce(caller: Caller, id: string, request: MatterRequest): Promise<void> {
    const row = await this.repository.load(caller.cityId, id);
    if (!row) throw problemOf(refuse('matter.not_visible'));
    const matter = toMatter(row);
    const turn = await this.turns.now(this.database, caller.cityId, matter);
    const now = this.clock.now();
    const decision = decideMatter(matter, request.command, caller.actor, {
      now,
      holderIds: turn.holderIds,
      scale: this.config.demoTimeScale,
      ...(request.version !== undefined && { expectedVersion: request.version }),
    });
    if (!decision.ok) {
      const current = { state: matter.state, step: matter.step, version: matter.version };
      throw problemOf(decision.kind === 'conflict' ? { ...decision, facts: { ...decision.facts, current } } : decision);
    }
    await this.database.transaction((tx) => this.save(tx, caller, row, decision.value, turn, request.repeatable, now));
  }

  /**
   * The clock first, then the row: a clock that fires locks them in the same order. A move decided on what is no longer
   * so touches no row, and the whole transaction is taken back.
   */
  private async save(
    tx: Transaction,
    { cityId, personId }: Caller,
    row: MatterRow,
    move: MatterMove,
    turn: Turn,
    repeatable: Repeatable | null,
    now: Date,
  ): Promise<void> {
    const { id, area_path: areaPath, applicant_id: applicantId } = row;
    const next = await this.moveClock(tx, cityId, id, areaPath, move.clock, now);
    const holderIds = next?.toldIds ?? (move.clock.type === 'resume' ? turn.toldIds : []);
    const deadlineId = next?.deadlineId ?? null;
    const saved = await tx.rows(
      oneStatement('saved', [
        updateMatter(cityId, toMatter(row), move, deadlineId, now),
        ...matterEventParts(cityId, id, move.patch.version, move.event, deadlineId, now, {
          areaPath,
          applicantId,
          holderIds,
        }),
        ...(repeatable ? [takeKey(cityId, personId, repeatable, id, 'saved')] : []),
      ]),
    );
    if (saved.length === 0) throw new Overtaken();
  }

  private async moveClock(
    tx: Transaction,
    cityId: number,
    id: string,
    areaPath: AreaPath,
    clock: StepClock,
    now: Date,
  ): Promise<{ readonly deadlineId: string; readonly toldIds: readonly string[] } | null> {
    const subject = { type: 'matter', id } as const;
    switch (clock.type) {
      case 'pause':
        await this.deadlines.pause(tx, cityId, subject, ['step'], now);
        return null;
      case 'resume':
        await this.deadlines.resume(tx, cityId, subject, ['step'], now);
        return null;
      case 'end':
        await this.deadlines.settle(tx, cityId, subject, ['step'], clock.how, now);
        return null;
      case 'next': {
        await this.deadlines.settle(tx, cityId, subject, ['step'], 'met', now);
        const { toldIds } = await this.turns.of(tx, cityId, areaPath, clock.step);
        const [started] = await this.deadlines.start(tx, cityId, [startOfStep(id, areaPath, clock.step, now, toldIds)]);
        if (!started) throw new Error('the step’s clock did not start');
        return { deadlineId: started.id, toldIds };
      }
    }
  }
}
