import { maskAddress, maskName, ORDER_KIND_NAMES, redact } from '@linshao/domain';
import type { ListOrdersService } from '../orders/list-orders.service.js';
import type { ExportDetails } from './exports.repository.js';

type OrderItem = Awaited<ReturnType<ListOrdersService['list']>>['items'][number];

export type Cell = string | number | null;

interface Column {
  readonly header: string;
  /** Characters. */
  readonly width: number;
  readonly of: (item: OrderItem, details: ExportDetails) => Cell;
}

const OFFSET_MS = 8 * 3_600_000;
const moment = (at: Date | null): string | null =>
  at && new Date(at.getTime() + OFFSET_MS).toISOString().slice(0, 16).replace('T', ' ');
const yesNo = (fact: boolean | null): string | null => (fact === null ? null : fact ? '是' : '否');

/** A table leaves the system for good: names and doors are masked in it, and a title loses what its writer put into it. */
export const COLUMNS: readonly Column[] = [
  { header: '编号', width: 15, of: ({ number }) => number },
  { header: '类型', width: 8, of: ({ kind }) => ORDER_KIND_NAMES[kind] },
  { header: '类别', width: 14, of: ({ categoryName }) => categoryName },
  { header: '状态', width: 10, of: ({ stateName }) => stateName },
  { header: '标题', width: 36, of: titleOf },
  { header: '区域', width: 18, of: ({ area }) => area.name },
  { header: '地址', width: 20, of: (_, { address }) => address && maskAddress(address) },
  {
    header: '反映人',
    width: 10,
    of: (_, { anonymous, reporter_name: name }) => (anonymous ? '匿名' : maskName(name ?? '')),
  },
  { header: '承办', width: 18, of: ({ assignee, assignment }) => handlerOf(assignee, assignment) },
  { header: '提交时间', width: 17, of: ({ submittedAt }) => moment(submittedAt) },
  { header: '首次回复', width: 17, of: ({ repliedAt }) => moment(repliedAt) },
  { header: '受理时间', width: 17, of: (_, { accepted_at: at }) => moment(at) },
  { header: '办理完成', width: 17, of: (_, { done_at: at }) => moment(at) },
  { header: '晒单时间', width: 17, of: (_, { published_at: at }) => moment(at) },
  { header: '办结时间', width: 17, of: (_, { closed_at: at }) => moment(at) },
  { header: '居民认可解决', width: 13, of: (_, { solved }) => yesNo(solved) },
  { header: '星级', width: 6, of: (_, { stars }) => stars },
  { header: '催办次数', width: 9, of: ({ urgeCount }) => urgeCount },
  { header: '重办次数', width: 9, of: (_, { reopen_count: times }) => times },
  { header: '超时', width: 6, of: ({ overdue }) => yesNo(overdue) },
];

function titleOf({ title, assignee }: OrderItem, { reporter_name, address }: ExportDetails): string {
  const names = [reporter_name, assignee?.name ?? null].filter((name) => name !== null);
  return redact(title, { names, addresses: address ? [address] : [] });
}

function handlerOf(assignee: OrderItem['assignee'], assignment: OrderItem['assignment']): string | null {
  if (assignee) return maskName(assignee.name);
  if (!assignment) return null;
  return assignment.type === 'person' ? maskName(assignment.name) : assignment.name;
}
