import type { Matter, MatterState, TemplateStep } from '@linshao/domain';

/** A row of `matters` as PostgreSQL returns it. */
export interface MatterRow {
  readonly city_id: number;
  readonly id: string;
  readonly number: string;
  readonly template: string;
  readonly template_name: string;
  readonly documents: readonly string[];
  readonly steps: readonly TemplateStep[];
  readonly title: string | null;
  readonly area_path: string;
  readonly applicant_id: string | null;
  readonly created_by_id: string;
  readonly state: MatterState;
  readonly step: number;
  readonly version: number;
  readonly deadline_id: string;
  readonly started_at: Date;
  readonly step_started_at: Date;
  readonly missed_at: Date | null;
  readonly ended_at: Date | null;
}

/** With its clock and the names that belong to its ids, fetched in one query. */
export interface ReadMatterRow extends MatterRow {
  readonly due_at: Date;
  readonly why: string;
  readonly provisional: boolean;
  /** By the database's clock, which judges deadlines. */
  readonly overdue: boolean;
  readonly area_name: string | null;
  readonly applicant_name: string | null;
}

export interface MatterEventRow {
  readonly id: string;
  readonly version: number;
  readonly action: string;
  readonly to_state: MatterState;
  readonly from_step: number | null;
  readonly to_step: number;
  readonly words: string | null;
  readonly actor_id: string | null;
  readonly actor_name: string | null;
  readonly post_name: string | null;
  readonly at: Date;
  /** Of the clock that began with it. */
  readonly due_at: Date | null;
  readonly late: boolean | null;
}

/** The rules' view of a row. */
export function toMatter(row: MatterRow): Matter {
  return {
    id: row.id,
    steps: row.steps,
    state: row.state,
    step: row.step,
    version: row.version,
    areaPath: row.area_path,
    applicantId: row.applicant_id,
    createdById: row.created_by_id,
    stepStartedAt: row.step_started_at,
  };
}
