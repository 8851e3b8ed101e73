import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { activePosts, type Role } from '@linshao/domain';
import { ListOrdersService, type OrderFilters } from '../orders/list-orders.service.js';
import type { Caller } from '../platform/auth/caller.js';
import { Clock } from '../platform/clock/clock.js';
import { Problem } from '../platform/http/problem.js';
import { type Cell, COLUMNS } from './export-columns.js';
import { FORMATS } from './export-formats.js';
import { ExportsRepository } from './exports.repository.js';

/** Posts that answer for an area and may take its list out. */
export const EXPORTERS = ['supervisor', 'secretary', 'dispatcher', 'regulator'] as const satisfies readonly Role[];
const MOST_ROWS = 100_000;
const BATCH = 200;
/** In this process: each costs as much as some hundred list requests. */
const AT_ONCE = 2;

/** Lists of orders as tables, read and written batch by batch. */
@Injectable()
export class ExportsService {
  private running = 0;

  constructor(
    private readonly lists: ListOrdersService,
    private readonly repository: ExportsRepository,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 422 for more rows than a table may have, 429 while others export */
  async export(caller: Caller, format: keyof typeof FORMATS, filters: OrderFilters): Promise<Readable> {
    if (this.running >= AT_ONCE) {
      throw new Problem(429, 'export.busy', '有人正在导出，请稍等片刻再试', { retryAfterSeconds: 20 });
    }
    this.running += 1;
    try {
      const { total } = await this.lists.counts(caller, filters);
      if (total > MOST_ROWS) {
        throw new Problem(422, 'export.too_many', `一次最多导出 ${MOST_ROWS} 条，请缩小范围`, { facts: { total } });
      }
      const { cityId, personId } = caller;
      const postId = this.postOf(caller);
      const id = await this.repository.begin({ cityId, personId, postId, format, filters });
      const table = FORMATS[format].write(this.batches(caller, filters, id));
      table.once('close', () => (this.running -= 1));
      return table;
    } catch (error) {
      this.running -= 1;
      throw error;
    }
  }

  private async *batches(caller: Caller, filters: OrderFilters, id: string): AsyncGenerator<Cell[][]> {
    let cursor: string | null = null;
    let count = 0;
    do {
      const page = await this.lists.list(caller, { ...filters, limit: BATCH, ...(cursor && { cursor }) });
      const details = await this.repository.details(
        caller.cityId,
        page.items.map((item) => item.id),
      );
      const byId = new Map(details.map((row) => [row.id, row]));
      yield page.items.flatMap((item) => {
        const row = byId.get(item.id);
        return row ? [COLUMNS.map(({ of }) => of(item, row))] : [];
      });
      count += page.items.length;
      cursor = page.nextCursor;
    } while (cursor);
    await this.repository.finish(caller.cityId, id, count);
  }

  private postOf({ actor }: Caller): string {
    const post = activePosts(actor, this.clock.now()).find(({ role }) => EXPORTERS.some((own) => own === role));
    if (!post) throw new Problem(403, 'auth.not_allowed', '您的岗位不能做这件事');
    return post.id;
  }
}
