import type {
  IssuingRole,
  OrderState,
  PromiseKind,
  SupervisionOrder,
  SupervisionState,
  TimeLimit,
} from '@linshao/domain';

/** A row of `supervision_orders` with what it shows of its order, its areas and its present deadline. */
export interface SupervisionRow {
  readonly id: string;
  readonly number: string;
  readonly order_id: string;
  readonly deadline_id: string | null;
  readonly rung: number | null;
  readonly missed_kind: PromiseKind | null;
  readonly area_path: string;
  readonly holder_ids: readonly string[];
  readonly issued_role: IssuingRole;
  readonly issued_area_path: string;
  readonly issuer_ids: readonly string[];
  readonly state: SupervisionState;
  readonly round: number;
  readonly words: string | null;
  readonly opened_at: Date;
  readonly overdue_at: Date | null;
  readonly answer_words: string | null;
  readonly answered_by: string | null;
  readonly answered_post: string | null;
  readonly answered_at: Date | null;
  readonly verdict_words: string | null;
  readonly verdict_post: string | null;
  readonly returned_at: Date | null;
  readonly closed_at: Date | null;
  readonly voided_at: Date | null;
  readonly order_number: string;
  readonly order_title: string;
  readonly order_state: OrderState;
  readonly order_category: string;
  readonly confidential: boolean;
  readonly area_name: string | null;
  readonly issued_area_name: string | null;
  readonly due_at: Date | null;
  readonly why: string | null;
  readonly time_limit: TimeLimit | null;
}

/** A supervision order about to be written. */
export interface NewSupervision {
  readonly id: string;
  readonly order_id: string;
  readonly deadline_id: string | null;
  readonly rung: number | null;
  readonly missed_kind: PromiseKind | null;
  readonly area_path: string;
  readonly holder_ids: readonly string[];
  readonly issued_role: IssuingRole;
  readonly issued_area_path: string;
  readonly issuer_ids: readonly string[];
  readonly opened_by: string | null;
  readonly words: string | null;
  readonly opened_at: Date;
}

/** The rules' view of a row. */
export function toSupervision(row: SupervisionRow): SupervisionOrder {
  return {
    id: row.id,
    orderId: row.order_id,
    state: row.state,
    areaPath: row.area_path,
    issuedRole: row.issued_role,
    issuedAreaPath: row.issued_area_path,
    confidential: row.confidential,
    answeredById: row.answered_by,
  };
}
