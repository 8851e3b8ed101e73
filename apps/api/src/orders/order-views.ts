import { maskName, mayKnowReporter, ORDER_STATE_NAMES, redact, type Visibility } from '@linshao/domain';
import type { Caller } from '../platform/auth/caller.js';
import type { ItemRow, NamedOrderRow } from './order-names.js';
import { toOrder } from './order-row.js';
import type { AreaRef, AssignmentRef, OrderItem, OrderView, PersonRef } from './order-view.dto.js';

type CategoryName = (code: string) => string;
/** What may be known of a place without full sight. */
type AreaOf = (path: string) => AreaRef;

const POOL_NAME = '接单大厅';

export function toItem(row: ItemRow, now: Date, categoryName: CategoryName): OrderItem {
  return {
    id: row.id,
    number: row.number,
    kind: row.kind,
    category: row.category,
    categoryName: categoryName(row.category),
    state: row.state,
    stateName: ORDER_STATE_NAMES[row.state],
    urgency: row.urgency,
    version: row.version,
    title: row.title,
    area: { path: row.area_path, name: row.area_name ?? '' },
    submittedAt: row.submitted_at,
    repliedAt: row.replied_at,
    dueAt: row.due_at,
    overdue: row.due_at !== null && row.due_at <= now,
    assignee: row.assignee_id === null ? null : { id: row.assignee_id, name: row.assignee_name ?? '' },
    assignment: assignmentOf(row),
    urgeCount: row.urge_count,
  };
}

function assignmentOf(row: ItemRow): AssignmentRef | null {
  if (row.assignment_type === null) return null;
  return {
    type: row.assignment_type,
    id: row.assignment_id,
    name: row.assignment_type === 'pool' ? POOL_NAME : (row.assignment_name ?? ''),
  };
}

/** Below `full` the words are a redacted copy, the place is no door, and whoever handles it is known by a masked name only. */
export function limitedItem(item: OrderItem, row: ItemRow, knownNames: readonly string[], areaOf: AreaOf): OrderItem {
  const masked = (ref: PersonRef | null): PersonRef | null => ref && { id: null, name: maskName(ref.name) };
  return {
    ...item,
    area: areaOf(row.area_path),
    title: redact(item.title, {
      names: knownNames,
      addresses: row.address ? [row.address] : [],
      phones: [],
      idNumbers: [],
    }),
    assignee: masked(item.assignee),
    assignment:
      row.assignment_type === 'person' && item.assignment
        ? { type: 'person', id: null, name: maskName(item.assignment.name) }
        : item.assignment,
  };
}

interface Seen {
  readonly caller: Caller;
  readonly visibility: Exclude<Visibility, 'none'>;
  readonly isFollower: boolean;
  readonly now: Date;
  readonly categoryName: CategoryName;
  readonly areaOf: AreaOf;
}

/** One order as this caller may see it. */
export function toView(
  row: NamedOrderRow,
  { caller, visibility, isFollower, now, categoryName, areaOf }: Seen,
): OrderView {
  const full = visibility === 'full';
  const known = {
    names: [row.reporter_name, row.assignee_name].filter((name) => name !== null),
    addresses: row.address ? [row.address] : [],
    phones: [],
    idNumbers: [],
  };
  const item = toItem(row, now, categoryName);
  return {
    ...(full ? item : limitedItem(item, row, known.names, areaOf)),
    visibility,
    description: full ? row.description : redact(row.description, known),
    address: full ? row.address : null,
    location: full && row.lng !== null && row.lat !== null ? { lng: row.lng, lat: row.lat } : null,
    photoIds: full ? row.photo_ids : [],
    anonymous: row.anonymous,
    confidential: row.confidential,
    reporter: reporterOf(row, caller, isFollower, now),
    isFollowing: isFollower,
    parentId: row.parent_id,
    openChildren: row.open_children,
    mergedInto: row.merged_into,
    acceptedAt: row.accepted_at,
    doneAt: row.done_at,
    publishedAt: row.published_at,
    ratedAt: row.rated_at,
    closedAt: row.closed_at,
    solved: row.solved,
    stars: row.stars,
    reopenCount: row.reopen_count,
  };
}

/** Masked even for those who handle the order: the full name is a look with a purpose, and logged. */
function reporterOf(row: NamedOrderRow, caller: Caller, isFollower: boolean, now: Date): PersonRef | null {
  if (row.reporter_id === caller.personId) return { id: row.reporter_id, name: row.reporter_name ?? '' };
  if (!mayKnowReporter(toOrder(row), caller.actor, { now, isFollower })) return null;
  return { id: row.reporter_id, name: maskName(row.reporter_name ?? '') };
}
