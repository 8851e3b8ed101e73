import { Injectable } from '@nestjs/common';
import { PlacesService } from '../identity/places.service.js';
import type { Caller } from '../platform/auth/caller.js';
import { Clock } from '../platform/clock/clock.js';
import { Database, type Transaction } from '../platform/database/database.js';
import { isViolation } from '../platform/database/violation.js';
import { outboxRow } from '../platform/events/event.js';
import { OutboxWaker } from '../platform/events/outbox.jobs.js';
import { notFound, Problem } from '../platform/http/problem.js';
import { invalid } from '../platform/http/validation.js';
import { DwellingsRepository } from './dwellings.repository.js';
import { registrarPost } from './registrar-check.js';
import { residencyDecided } from './registry.events.js';
import type { ResidencyDto } from './residencies.dto.js';
import { ResidenciesRepository, type ResidencyRow } from './residencies.repository.js';
import { ResidenciesService } from './residencies.service.js';

/** Confirming, refusing and ending registrations. Doing the same thing twice is doing it once. */
@Injectable()
export class ResidencyDecisionsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly dwellings: DwellingsRepository,
    private readonly residencies: ResidenciesRepository,
    private readonly reading: ResidenciesService,
    private readonly places: PlacesService,
    private readonly waker: OutboxWaker,
  ) {}

  /** @param dwellingId which dwelling an address means; it must lie in the caller's area as well */
  async confirm(caller: Caller, id: string, dwellingId: string | undefined): Promise<ResidencyDto> {
    const { cityId, personId: by } = caller;
    await this.onRow(caller, id, async (tx, row) => {
      this.requireOther(caller, row);
      const dwelling = await this.dwellingOf(caller, row, dwellingId);
      if (row.state === 'confirmed' && row.dwellingId === dwelling.id) return;
      requireRequested(row);
      await this.residencies.confirm(tx, cityId, id, dwelling, by);
      await this.places.settle(tx, cityId, row.personId, dwelling.areaId);
      await this.tell(tx, caller, row, 'confirmed');
    }).catch((error: unknown) => {
      if (!isViolation(error, 'unique', 'residencies_open')) throw error;
      throw new Problem(409, 'residency.twice', '这位居民在这套房屋已有登记，请拒绝重复的申请');
    });
    return this.reading.show(caller, id);
  }

  async refuse(caller: Caller, id: string, reason: string): Promise<ResidencyDto> {
    await this.onRow(caller, id, async (tx, row) => {
      this.requireOther(caller, row);
      if (row.state === 'refused') return;
      requireRequested(row);
      await this.residencies.refuse(tx, caller.cityId, id, reason, caller.personId);
      await this.tell(tx, caller, row, 'refused');
    });
    return this.reading.show(caller, id);
  }

  /** Moved away, or a request taken back: by the person, or by the community. */
  async end(caller: Caller, id: string): Promise<ResidencyDto> {
    const { cityId } = caller;
    await this.onRow(caller, id, async (tx, row) => {
      if (row.state === 'ended') return;
      if (row.state === 'refused') throw decided();
      await this.residencies.end(tx, cityId, id);
      if (!(await this.residencies.livesIn(tx, cityId, row.personId, row.areaId))) {
        await this.places.leave(tx, cityId, row.personId, row.areaId);
      }
    });
    return this.reading.show(caller, id);
  }

  /** Runs `work` on the row nobody else decides meanwhile. */
  private async onRow(
    caller: Caller,
    id: string,
    work: (tx: Transaction, row: ResidencyRow) => Promise<void>,
  ): Promise<void> {
    await this.reading.show(caller, id);
    const personId = await this.database.transaction(async (tx) => {
      const row = await this.residencies.lock(tx, caller.cityId, id);
      if (!row) throw notFound();
      await work(tx, row);
      return row.personId;
    });
    this.places.changed(personId);
    this.waker.wake();
  }

  private requireOther(caller: Caller, row: ResidencyRow): void {
    registrarPost(caller, row.areaPath, this.clock.now());
    if (row.personId === caller.personId) throw new Problem(403, 'residency.own', '这是您自己的登记，请由其他同志确认');
  }

  private async dwellingOf(caller: Caller, row: ResidencyRow, dwellingId: string | undefined) {
    const id = row.dwellingId ?? dwellingId;
    if (!id) throw invalid([{ field: 'dwellingId', code: 'isDefined', message: '居民只填写了地址，请选择对应的房屋' }]);
    if (dwellingId && row.dwellingId && dwellingId !== row.dwellingId) {
      throw new Problem(409, 'residency.other_dwelling', '居民申请的是另一套房屋，请核对');
    }
    const dwelling = await this.dwellings.byId(caller.cityId, id);
    if (!dwelling) throw notFound('dwelling.not_found', '没有这套房屋');
    registrarPost(caller, dwelling.areaPath, this.clock.now());
    return dwelling;
  }

  private async tell(
    tx: Transaction,
    caller: Caller,
    row: ResidencyRow,
    state: 'confirmed' | 'refused',
  ): Promise<void> {
    const fact = { residencyId: row.id, personId: row.personId, state, byPersonId: caller.personId };
    await tx.rows(outboxRow(residencyDecided, caller.cityId, fact, '(SELECT 1) AS always'));
  }
}

const decided = (): Problem => new Problem(409, 'residency.decided', '这个登记已经办结，请刷新后查看');

function requireRequested({ state }: ResidencyRow): void {
  if (state !== 'requested') throw decided();
}
