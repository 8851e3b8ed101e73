import { shanghaiDay, startOfShanghaiDay } from '../kernel/shanghai-day.js';
import type { OrderCommand } from '../orders/commands.js';
import type { ScriptedCommand } from './script.js';

const MINUTE = 60_000;
const DAY_MINUTES = 24 * 60;

/** When a kind of step happens, in minutes of the day in Shanghai; the duty officer works at any hour. */
const HOURS = {
  any: null,
  desk: { from: 8 * 60 + 30, to: 17 * 60 + 40 },
  awake: { from: 7 * 60 + 30, to: 20 * 60 + 45 },
} as const;

export type Hours = keyof typeof HOURS;

/** Writes steps one after the other, each some minutes after the last and within its hours. */
export class Timeline {
  readonly commands: ScriptedCommand[] = [];

  private cursor: Date;

  /** @param start when the order was submitted */
  constructor(readonly start: Date) {
    this.cursor = start;
  }

  /** When the last step so far took place. */
  get end(): Date {
    return this.cursor;
  }

  /** `afterMinutes` since the step before; `later` is how far past the opening it slips when it would fall in the night. */
  act(
    actor: string,
    command: OrderCommand,
    afterMinutes: number,
    hours: Hours = 'any',
    later = 11,
    task?: number,
  ): this {
    this.cursor = openFrom(new Date(this.cursor.getTime() + afterMinutes * MINUTE), hours, later);
    this.commands.push({ at: this.cursor, actor, command, ...(task !== undefined && { task }) });
    return this;
  }

  /** Lets time pass until a moment, if that lies ahead. */
  waitUntil(moment: Date): this {
    this.cursor = new Date(Math.max(this.cursor.getTime(), moment.getTime()));
    return this;
  }
}

/** The moment itself when it lies within the hours, otherwise `later` minutes after they next begin. */
function openFrom(moment: Date, hours: Hours, later: number): Date {
  const open = HOURS[hours];
  if (open === null) return moment;
  const midnight = startOfShanghaiDay(shanghaiDay(moment)).getTime();
  const minute = (moment.getTime() - midnight) / MINUTE;
  if (minute >= open.from && minute <= open.to) return moment;
  const nextDay = minute > open.to ? DAY_MINUTES : 0;
  return new Date(midnight + (nextDay + open.from + later) * MINUTE);
}
