import type { Assignment, Order, OrderKind, OrderState, Urgency } from '@linshao/domain';

/** A row of `orders` as PostgreSQL returns it. */
export interface OrderRow {
  readonly city_id: number;
  readonly id: string;
  readonly number: string;
  readonly kind: OrderKind;
  readonly category: string;
  readonly state: OrderState;
  readonly version: number;
  readonly title: string;
  readonly description: string;
  readonly address: string | null;
  readonly lng: number | null;
  readonly lat: number | null;
  readonly photo_ids: string[];
  readonly area_path: string;
  readonly reporter_id: string;
  readonly created_by_id: string;
  readonly anonymous: boolean;
  readonly confidential: boolean;
  readonly urgency: Urgency;
  readonly assignment_type: Assignment['type'] | null;
  readonly assignment_id: string | null;
  readonly assignee_id: string | null;
  readonly state_before: OrderState | null;
  readonly parent_id: string | null;
  readonly open_children: number;
  readonly merged_into: string | null;
  readonly submitted_at: Date;
  readonly replied_at: Date | null;
  readonly accepted_at: Date | null;
  readonly rejected_at: Date | null;
  readonly appealed_at: Date | null;
  readonly done_at: Date | null;
  readonly published_at: Date | null;
  readonly rated_at: Date | null;
  readonly closed_at: Date | null;
  readonly solved: boolean | null;
  readonly stars: number | null;
  readonly reviewed: boolean;
  readonly last_urged_at: Date | null;
  readonly urge_count: number;
  readonly reopen_count: number;
  readonly due_at: Date | null;
}

/** The rules' view of a row. */
export function toOrder(row: OrderRow): Order {
  return {
    id: row.id,
    number: row.number,
    kind: row.kind,
    category: row.category,
    state: row.state,
    version: row.version,
    areaPath: row.area_path,
    reporterId: row.reporter_id,
    createdById: row.created_by_id,
    anonymous: row.anonymous,
    confidential: row.confidential,
    urgency: row.urgency,
    assignment: toAssignment(row.assignment_type, row.assignment_id),
    assigneeId: row.assignee_id,
    stateBefore: row.state_before,
    parentId: row.parent_id,
    openChildren: row.open_children,
    mergedInto: row.merged_into,
    submittedAt: row.submitted_at,
    repliedAt: row.replied_at,
    acceptedAt: row.accepted_at,
    rejectedAt: row.rejected_at,
    appealedAt: row.appealed_at,
    doneAt: row.done_at,
    publishedAt: row.published_at,
    ratedAt: row.rated_at,
    closedAt: row.closed_at,
    solved: row.solved,
    stars: row.stars,
    reviewed: row.reviewed,
    lastUrgedAt: row.last_urged_at,
    urgeCount: row.urge_count,
    reopenCount: row.reopen_count,
  };
}

function toAssignment(type: Assignment['type'] | null, id: string | null): Assignment | null {
  if (type === 'pool') return { type, pool: 'members' };
  if (type === null || id === null) return null;
  return type === 'person' ? { type, personId: id } : { type, unitId: id };
}

const assignmentId = (assignment: Assignment | null): string | null => {
  if (assignment === null || assignment.type === 'pool') return null;
  return assignment.type === 'person' ? assignment.personId : assignment.unitId;
};

type Columns = Partial<Record<keyof OrderRow | 'community_code' | 'subdistrict_code', unknown>>;

/** The columns of what a move changes. Exhaustive by type: a new field of the domain does not compile until it has a column. */
const COLUMN: Readonly<Record<Exclude<keyof Order, 'assignment' | 'areaPath'>, keyof OrderRow>> = {
  id: 'id',
  number: 'number',
  kind: 'kind',
  category: 'category',
  state: 'state',
  version: 'version',
  reporterId: 'reporter_id',
  createdById: 'created_by_id',
  anonymous: 'anonymous',
  confidential: 'confidential',
  urgency: 'urgency',
  assigneeId: 'assignee_id',
  stateBefore: 'state_before',
  parentId: 'parent_id',
  openChildren: 'open_children',
  mergedInto: 'merged_into',
  submittedAt: 'submitted_at',
  repliedAt: 'replied_at',
  acceptedAt: 'accepted_at',
  rejectedAt: 'rejected_at',
  appealedAt: 'appealed_at',
  doneAt: 'done_at',
  publishedAt: 'published_at',
  ratedAt: 'rated_at',
  closedAt: 'closed_at',
  solved: 'solved',
  stars: 'stars',
  reviewed: 'reviewed',
  lastUrgedAt: 'last_urged_at',
  urgeCount: 'urge_count',
  reopenCount: 'reopen_count',
};

const SUBDISTRICT_CODE = /^\d{9}$/;
const COMMUNITY_CODE = /^\d{12}$/;

export function toColumns(patch: Partial<Order>): Columns {
  const columns: Columns = {};
  for (const [key, value] of Object.entries(patch)) {
    if (key === 'assignment') {
      const assignment = value as Assignment | null;
      columns.assignment_type = assignment?.type ?? null;
      columns.assignment_id = assignmentId(assignment);
    } else if (key === 'areaPath') {
      const codes = (value as string).split('/');
      columns.area_path = value;
      columns.community_code = codes.find((code) => COMMUNITY_CODE.test(code)) ?? null;
      columns.subdistrict_code = codes.find((code) => SUBDISTRICT_CODE.test(code)) ?? null;
    } else {
      columns[COLUMN[key as keyof typeof COLUMN]] = value;
    }
  }
  return columns;
}
