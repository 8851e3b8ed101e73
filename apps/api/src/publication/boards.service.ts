import { Inject, Injectable } from '@nestjs/common';
import { ORDER_STATE_NAMES, parseOrderNumber } from '@linshao/domain';
import { AreasService } from '../organisation/areas.service.js';
import type { Config } from '../platform/config/config.js';
import { CONFIG } from '../platform/config/config.module.js';
import { decodeCursor, isMoment, pageOf } from '../platform/http/cursor.js';
import { notFound, Problem } from '../platform/http/problem.js';
import { type BoardBytes, BoardCache } from '../platform/boards/board-cache.js';
import type { BoardAreasQuery, BoardItem, BoardOrder, ResultsQuery, WishesQuery } from './boards.dto.js';
import { type BoardRow, BoardsRepository } from './boards.repository.js';
import { labelOf } from './step-labels.js';

const PAGE = 20;
const MOST_AREAS = 1_000;
const isNumber = (part: unknown): boolean => typeof part === 'string' && /^[\w-]{1,20}$/.test(part);

/** The boards of the city of this cell, for everybody. */
@Injectable()
export class BoardsService {
  private readonly cityId: number;

  constructor(
    @Inject(CONFIG) config: Config,
    private readonly repository: BoardsRepository,
    private readonly areas: AreasService,
    private readonly cache: BoardCache,
  ) {
    this.cityId = config.cityId;
  }

  results(url: string, query: ResultsQuery): Promise<BoardBytes> {
    return this.page(url, 'result_at', query);
  }

  wishes(url: string, query: WishesQuery): Promise<BoardBytes> {
    return this.page(url, 'wish_at', query);
  }

  areasOf(url: string, { area }: BoardAreasQuery): Promise<BoardBytes> {
    return this.cache.get(url, `areas ${area ?? ''}`, async () => {
      const within = (await this.pathOf(area)) ?? String(this.cityId);
      return { items: await this.repository.areas(this.cityId, within, MOST_AREAS) };
    });
  }

  /** @throws Problem 404 unless the order stands on a board */
  order(url: string, number: string): Promise<BoardBytes> {
    const wanted = parseOrderNumber(number);
    if (wanted === null) throw notFound();
    return this.cache.get(url, `order ${wanted}`, async (): Promise<BoardOrder> => {
      const row = await this.repository.byNumber(this.cityId, wanted);
      if (!row) throw notFound();
      const steps = await this.repository.steps(this.cityId, row.order_id);
      return {
        ...itemOf(row),
        steps: steps.map(({ id, type, to_state, at, actor, words, moderation }) => ({
          label: labelOf(type),
          state: to_state,
          at,
          actor,
          // The opening's words are the text of the page.
          words: moderation === 'passed' && id !== row.order_id ? words : null,
        })),
      };
    });
  }

  private page(url: string, board: 'result_at' | 'wish_at', query: WishesQuery): Promise<BoardBytes> {
    const { area, kind, category, lamp, cursor, limit = PAGE } = query;
    const key = JSON.stringify([board, area, kind, category, lamp, cursor, limit]);
    const after = decodeCursor(cursor, [isMoment, isNumber]);
    return this.cache.get(url, key, async () => {
      const filter = { areaPath: await this.pathOf(area), kind, category, lamp, after };
      const rows = await this.repository.list(this.cityId, board, filter, limit);
      return pageOf(rows, limit, itemOf, (row) => [row[board]?.toISOString() ?? '', row.number]);
    });
  }

  /** @throws Problem 422 for an area nobody knows */
  private async pathOf(area: string | undefined): Promise<string | undefined> {
    if (area === undefined) return undefined;
    const found = await this.areas.areaNamed(this.cityId, area);
    if (!found) throw new Problem(422, 'area.unknown', '没有找到这个区域，请核对区域代码', { facts: { area } });
    return found.path;
  }
}

function itemOf(row: BoardRow): BoardItem {
  return {
    number: row.number,
    kind: row.kind,
    category: row.category,
    categoryName: row.category_name,
    title: row.title,
    text: row.text,
    result: row.result,
    area: { path: row.area_path, name: row.area_name },
    state: row.state,
    stateName: ORDER_STATE_NAMES[row.state],
    publishedAt: row.result_at,
    solved: row.solved,
    stars: row.stars,
    comment: row.comment,
    lamp: row.lamp,
    handler: row.handler,
    photoIds: [...row.photo_ids],
  };
}
