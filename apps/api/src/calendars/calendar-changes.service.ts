import { Injectable } from '@nestjs/common';
import {
  calendarMistakes,
  canonicalJson,
  CHINA_HOLIDAYS,
  defaultCalendar,
  overlongBreak,
  type WorkCalendar,
} from '@linshao/domain';
import type { Transaction } from '../platform/database/database.js';
import { type FieldProblem, Problem } from '../platform/http/problem.js';
import { cleanJson } from '../platform/http/text.js';
import { nextId } from '../platform/ids.js';
import { CalendarsRepository } from './calendars.repository.js';

export interface CalendarChange {
  readonly cityId: number;
  readonly byPersonId: string;
  /** Kept with the version. */
  readonly reason: string;
  /** The version the person saw; absent: whatever it is now. */
  readonly basedOn?: number;
  /** What it becomes; made from what somebody sent, it may be anything. */
  readonly edit: (calendar: WorkCalendar) => object;
}

const MOST_PROBLEMS = 50;
const MOST_DAYS = 2_000;
const MOST_OTHERS = 50;
const FIRST_YEAR = 2020;
const LAST_YEAR = 2099;

/** The one way in which a city's calendar changes, whoever asks: looked over, a new version, an event, together. */
@Injectable()
export class CalendarChanges {
  constructor(private readonly repository: CalendarsRepository) {}

  /**
   * Answers false when it would change nothing.
   * @throws Problem 409 `calendar.stale`, 422 `calendar.wrong` with every mistake
   */
  async apply(tx: Transaction, { cityId, byPersonId, reason, basedOn, edit }: CalendarChange): Promise<boolean> {
    await this.repository.lock(tx, cityId);
    const row = await this.repository.newest(cityId, tx);
    const version = row?.version ?? 0;
    if (basedOn !== undefined && basedOn !== version)
      throw new Problem(409, 'calendar.stale', '工作日历刚刚被别人改过，请看过最新内容再改', {
        facts: { current: { version } },
      });
    const before = row?.data ?? defaultCalendar();
    const after = cleanJson({ ...edit(before), tableVersion: CHINA_HOLIDAYS.version });
    const mistakes = mistakesIn(after);
    if (mistakes.length > 0) throw wrong(mistakes);
    const same = canonicalJson({ ...before, tableVersion: '' }) === canonicalJson({ ...after, tableVersion: '' });
    if (same) return false;
    await this.repository.add(tx, cityId, {
      id: nextId(),
      version: version + 1,
      data: after as unknown as WorkCalendar,
      reason,
      byPersonId,
    });
    return true;
  }
}

/** The domain knows what a calendar is; here is besides what a city can mean by one. */
function mistakesIn(calendar: Readonly<Record<string, unknown>>): string[] {
  const tooMany = [
    ...(sizeOf(calendar['days']) > MOST_DAYS ? [`days：最多 ${MOST_DAYS} 天`] : []),
    ...['seasons', 'announcedYears'].flatMap((key) =>
      sizeOf(calendar[key]) > MOST_OTHERS ? [`${key}：最多 ${MOST_OTHERS} 项`] : [],
    ),
  ];
  if (tooMany.length > 0) return tooMany;
  const mistakes = calendarMistakes(calendar);
  if (mistakes.length > 0) return mistakes;
  const sound = calendar as unknown as WorkCalendar;
  const outside = Object.keys(sound.days).filter((date) => !isInRange(Number(date.slice(0, 4))));
  const closed = overlongBreak(sound);
  return [
    ...outside.map((date) => `days.${date}：应在 ${FIRST_YEAR} 年到 ${LAST_YEAR} 年之间`),
    ...(closed ? [`days.${closed}：从这一天起一个多月没有上班日，请核对`] : []),
  ];
}

const isInRange = (year: number): boolean => year >= FIRST_YEAR && year <= LAST_YEAR;

const sizeOf = (value: unknown): number =>
  typeof value === 'object' && value !== null ? Object.keys(value).length : 0;

function wrong(mistakes: readonly string[]): Problem {
  const errors = mistakes.slice(0, MOST_PROBLEMS).map(toProblem);
  return new Problem(422, 'calendar.wrong', `工作日历有 ${mistakes.length} 处要改，请按提示修改`, { errors });
}

/** `days.2026-03-01.kind：应当是…` names the field before the colon. */
function toProblem(mistake: string): FieldProblem {
  const [field = '', ...message] = mistake.split('：');
  return { field, code: 'calendar', message: message.join('：') };
}
