import {
  areaOfStep,
  currentStep,
  daysLeft,
  DEADLINE_KIND_NAMES,
  MATTER_STATE_NAMES,
  ORDER_STATE_NAMES,
  postAt,
  responsibleFor,
  ROLE_NAMES,
  ROLES,
  shanghaiIso,
  stepPostName,
  wallPlace,
} from '@linshao/domain';
import type { WallMatter, WallOrder, WallSupervision, WallTotals } from './wall.dto.js';
import type { MatterOnWall, OrderOnWall, SupervisionOnWall } from './wall.repository.js';

interface Rows {
  readonly matters: readonly MatterOnWall[];
  readonly orders: readonly OrderOnWall[];
  readonly supervision: readonly SupervisionOnWall[];
}
type NameOf = (areaPath: string) => string;

const placeOfStep = (row: MatterOnWall): string => wallPlace(areaOfStep(row.area_path, currentStep(row).level));

/** Every area that a row names. */
export function namesNeeded({ matters, orders, supervision }: Rows): string[] {
  const paths = [
    ...matters.flatMap((row) => [row.area_path, placeOfStep(row)]),
    ...orders.flatMap(({ area_path, rung_path }) => [area_path, ...(rung_path === null ? [] : [rung_path])]),
    ...supervision.flatMap(({ area_path, issued_area_path }) => [area_path, issued_area_path]),
  ];
  return [...new Set(paths.map(wallPlace))];
}

export function totalsOf({ matters: [matter], orders: [order], supervision: [supervised] }: Rows): WallTotals {
  return {
    matters: matter?.total ?? 0,
    mattersOverdue: matter?.total_overdue ?? 0,
    mattersWaiting: matter?.total_waiting ?? 0,
    ordersOverdue: order?.total_overdue ?? 0,
    ordersAtRisk: order?.total_at_risk ?? 0,
    supervision: supervised?.total ?? 0,
    supervisionOverdue: supervised?.total_overdue ?? 0,
  };
}

export function matterOnWall(row: MatterOnWall, nameOf: NameOf, now: Date): WallMatter {
  const step = currentStep(row);
  // Papers that are waited for have no date; a step that ran out of time before keeps the one it missed.
  const waits = row.state === 'suspended' && !row.overdue;
  return {
    number: row.number,
    templateName: row.template_name,
    area: nameOf(wallPlace(row.area_path)),
    state: row.state,
    stateName: MATTER_STATE_NAMES[row.state],
    step: step.name,
    stepNumber: row.step + 1,
    stepCount: row.steps.length,
    post: postAt(nameOf(placeOfStep(row)), stepPostName(step)),
    dueAt: waits ? null : shanghaiIso(row.due_at),
    daysLeft: waits ? null : daysLeft(row.due_at, now),
    overdue: row.overdue,
  };
}

export function orderOnWall(row: OrderOnWall, nameOf: NameOf, categoryName: (code: string) => string): WallOrder {
  const area = nameOf(wallPlace(row.area_path));
  const { post, isUnit } = responsibleFor({
    kind: row.kind,
    assignment: row.assignment_type,
    unitName: row.unit_name,
    claimed: row.claimed,
  });
  return {
    number: row.number,
    categoryName: categoryName(row.category),
    area,
    state: row.state,
    stateName: ORDER_STATE_NAMES[row.state],
    step: DEADLINE_KIND_NAMES[row.kind],
    post: isUnit ? post : postAt(area, post),
    dueAt: shanghaiIso(row.due_at),
    overdue: row.overdue,
    rung: row.rung_role === null ? null : officeName(row.rung_role, row.rung_path, nameOf),
    title: row.title,
  };
}

export const supervisionOnWall = (row: SupervisionOnWall, nameOf: NameOf): WallSupervision => ({
  number: row.number,
  orderNumber: row.order_number,
  issuedBy: officeName(row.issued_role, row.issued_area_path, nameOf),
  area: nameOf(wallPlace(row.area_path)),
  dueAt: row.due_at && shanghaiIso(row.due_at),
  overdue: row.overdue,
});

function officeName(role: string, path: string | null, nameOf: NameOf): string {
  const known = ROLES.find((each) => each === role);
  return postAt(path === null ? '' : nameOf(wallPlace(path)), known ? ROLE_NAMES[known] : role);
}
