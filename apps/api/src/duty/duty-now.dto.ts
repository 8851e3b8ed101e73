import { AreaReference } from '../platform/http/fields.js';

export class DutyNowQueryDto {
  /** Code or path of the area. */
  @AreaReference() area: string;
}

export class DutyAreaDto {
  path: string;
  name: string;
}

export class OnDutyDto {
  /** Known by the post, never by the person. */
  postName: string;
  /** ISO 8601 with +08:00. */
  from: string;
  /** Null: a standing post. */
  to: string | null;
  /** Somebody stands in for whoever is away. */
  standIn: boolean;
}

export class DutyNowDto {
  area: DutyAreaDto;
  now: OnDutyDto | null;
  next: OnDutyDto | null;
}
