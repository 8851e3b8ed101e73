import { HANDOVER_WORDS } from '@linshao/domain';
import { AreaReference, Moment, Text } from '../platform/http/fields.js';
import { PageQueryDto } from '../platform/http/page-query.dto.js';

export class DeskQueryDto extends PageQueryDto {
  /** Code or path of an area; left out: all of the caller's. */
  @AreaReference({ optional: true }) area?: string;
}

export class DeskAreaDto {
  path: string;
  name: string;
}

export class DeskItemDto {
  /** Of the order. */
  id: string;
  number: string;
  title: string;
  categoryName: string;
  area: DeskAreaDto;
  /** ISO 8601 with +08:00. */
  submittedAt: string;
  dueAt: string;
  /** In one Chinese sentence, why it is due then. */
  why: string;
  /** Whole minutes until the reply is due; below zero when it is late. */
  minutesLeft: number;
  missed: boolean;
  /** How often it was called to mind. */
  reminders: number;
}

export class DeskPageDto {
  items: DeskItemDto[];
  nextCursor: string | null;
}

export class HandOverDto {
  /** For the next one; needed while anything is open. */
  @Text({ min: 0, max: HANDOVER_WORDS.max, optional: true }) note?: string;
  /** Code or path of the area; left out: that of the caller's duty. */
  @AreaReference({ optional: true }) area?: string;
}

export class HandedOverDto {
  orderId: string;
  number: string;
  dueAt: string;
  missed: boolean;
}

export class HandoverPersonDto {
  id: string;
  name: string;
}

export class HandoverDto {
  id: string;
  areaPath: string;
  person: HandoverPersonDto;
  postName: string;
  note: string;
  /** What was open at that moment, the most urgent first; at most 100. */
  open: HandedOverDto[];
  openCount: number;
  at: string;
  /** Null: whoever comes next has not read it yet. */
  takenOverBy: HandoverPersonDto | null;
  takenOverAt: string | null;
}

export class HandoverPageDto {
  items: HandoverDto[];
  nextCursor: string | null;
}

export class HandoverQueryDto extends PageQueryDto {
  @AreaReference() area: string;
}

export class FiguresQueryDto {
  @AreaReference() area: string;
  @Moment() from: Date;
  /** At most 31 days later. */
  @Moment() to: Date;
}

export class ShiftFiguresDto {
  /** Null: nobody was on duty by the roster. */
  shiftId: string | null;
  shiftName: string | null;
  from: string | null;
  to: string | null;
  /** Orders submitted meanwhile that a reply was promised for. */
  asked: number;
  inTime: number;
  /** Answered after the time promised, or never. */
  late: number;
  /** Not answered yet. */
  open: number;
}

export class DutyFiguresDto {
  area: DeskAreaDto;
  postName: string;
  from: string;
  to: string;
  items: ShiftFiguresDto[];
}
