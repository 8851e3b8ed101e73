import { Injectable } from '@nestjs/common';
import { publicArea } from '@linshao/domain';
import { type Area, AreasService } from '../organisation/areas.service.js';
import type { Caller } from '../platform/auth/caller.js';
import { Clock } from '../platform/clock/clock.js';
import { decodeCursor, isId, pageOf } from '../platform/http/cursor.js';
import { PlaybooksService } from '../playbooks/playbooks.service.js';
import { OrderFilters, type OrderListQuery } from './order-list.query.js';
import { type Branch, branchesOf, inArea, Values } from './order-scope.js';
import type { AreaRef, OrderCounts, OrderItem, OrderPage } from './order-view.dto.js';
import { limitedItem, toItem } from './order-views.js';
import { type ListRow, OrdersListRepository } from './orders-list.repository.js';
import { PublicAreas } from './public-areas.service.js';

export { OrderFilters };

const PAGE = 20;

@Injectable()
export class ListOrdersService {
  constructor(
    private readonly repository: OrdersListRepository,
    private readonly areas: AreasService,
    private readonly publicAreas: PublicAreas,
    private readonly playbooks: PlaybooksService,
    private readonly clock: Clock,
  ) {}

  async list(caller: Caller, query: OrderListQuery): Promise<OrderPage> {
    const { values, branches, filters } = await this.narrow(caller, query);
    const after = decodeCursor(query.cursor, [isId]);
    const from = after ? ` AND id < ${values.add(after[0])}::uuid` : '';
    const limit = query.limit ?? PAGE;
    const rows = branches.length === 0 ? [] : await this.repository.list(branches, filters + from, limit + 1, values);
    const now = this.clock.now();
    const categoryName = await this.categoryNames(caller);
    const limited = rows.flatMap((row) => (row.limited ? [row.area_path] : []));
    const areaOf = await this.publicAreas.of(caller.cityId, limited);
    const page = pageOf(
      rows,
      limit,
      (row) => itemOf(row, now, categoryName, areaOf),
      ({ id }) => [id],
    );
    return { items: [...page.items], nextCursor: page.nextCursor };
  }

  async counts(caller: Caller, query: OrderFilters): Promise<OrderCounts> {
    const { values, branches, filters } = await this.narrow(caller, query);
    const rows = branches.length === 0 ? [] : await this.repository.countByState(branches, filters, values);
    return {
      byState: Object.fromEntries(rows.map(({ state, n }) => [state, n])),
      total: rows.reduce((sum, { n }) => sum + n, 0),
      overdue: rows.reduce((sum, { overdue }) => sum + overdue, 0),
    };
  }

  private async narrow(
    caller: Caller,
    query: OrderFilters,
  ): Promise<{ values: Values; branches: readonly Branch[]; filters: string }> {
    const values = new Values();
    values.add(caller.cityId);
    const area = query.area ? await this.areas.areaNamed(caller.cityId, query.area) : null;
    const branches = branchesOf(caller, query, this.clock.now(), values).map((branch) => withoutDoors(branch, area));
    const conditions = [...this.simple(query, values), ...(await this.ofCategory(caller, query, values))];
    if (query.area) conditions.push(area ? inArea(area.path, values) : 'false');
    const words = query.q
      ? wordsCondition(
          query.q,
          branches.some(({ limited }) => limited),
          values,
        )
      : [];
    return { values, branches, filters: [...conditions, ...words].map((c) => `AND ${c}`).join(' ') };
  }

  private simple({ status, kind, assignee, unit, overdue }: OrderFilters, values: Values): string[] {
    return [
      // One state is written as equality: the index then gives the rows in order.
      ...(status
        ? [status.length === 1 ? `state = ${values.add(status[0])}` : `state = ANY(${values.add(status)})`]
        : []),
      ...(kind ? [`kind = ANY(${values.add(kind)})`] : []),
      ...(assignee ? [`assignee_id = ${values.add(assignee)}`] : []),
      ...(unit ? [`assignment_type = 'unit' AND assignment_id = ${values.add(unit)}`] : []),
      ...(overdue === undefined ? [] : [overdue ? 'due_at <= now()' : '(due_at IS NULL OR due_at > now())']),
    ];
  }

  private async ofCategory(caller: Caller, { category }: OrderFilters, values: Values): Promise<string[]> {
    if (!category) return [];
    const home = caller.homeAreaPath ?? String(caller.cityId);
    const codes = await this.playbooks.withChildren(caller.cityId, home, category);
    return [`category = ANY(${values.add(codes)})`];
  }

  private categoryNames(caller: Caller): Promise<(code: string) => string> {
    return this.playbooks.names(caller.cityId, caller.homeAreaPath ?? String(caller.cityId));
  }
}

/** Asking building by building must not tell what the answer leaves out. */
function withoutDoors(branch: Branch, asked: Area | null): Branch {
  const isDoor = asked !== null && publicArea([asked]) === null;
  return isDoor && branch.limited ? { ...branch, where: `false AND ${branch.where}` } : branch;
}

function itemOf(
  row: ListRow,
  now: Date,
  categoryName: (code: string) => string,
  areaOf: (path: string) => AreaRef,
): OrderItem {
  const item = toItem(row, now, categoryName);
  const names = [row.reporter_name, row.assignee_name].filter((name) => name !== null);
  return row.limited ? limitedItem(item, row, names, areaOf) : item;
}

/** Two characters and more go through the bigram index; where only the redacted copy may be seen, only titles are searched. */
function wordsCondition(q: string, titlesOnly: boolean, values: Values): string[] {
  const like = values.add(`%${q.replace(/[\\%_]/g, '\\$&')}%`);
  if (titlesOnly) return [`title ILIKE ${like}`];
  const all = `(number || ' ' || title || ' ' || description || ' ' || coalesce(address, ''))`;
  const bigrams = values.add(q);
  return [`zh_bigrams${all} @> zh_bigrams(${bigrams})`, `${all} ILIKE ${like}`];
}
