/** How time is counted: `natural` runs day and night, `working` only while business is open. */
export type ClockKind = 'natural' | 'working';

/** A promise with a clock, e.g. 60 minutes natural (C6) or 5 workdays. */
export interface TimeLimit {
  readonly amount: number;
  readonly unit: 'minutes' | 'hours' | 'workdays' | 'days';
  readonly clock: ClockKind;
}

/** The clock a limit really runs on: workdays are working time and days natural time, whatever `clock` says. */
export function clockOf({ unit, clock }: Pick<TimeLimit, 'unit' | 'clock'>): ClockKind {
  switch (unit) {
    case 'workdays':
      return 'working';
    case 'days':
      return 'natural';
    case 'minutes':
    case 'hours':
      return clock;
  }
}

/** A window of natural days. */
export const limitOfDays = (amount: number): TimeLimit => ({ amount, unit: 'days', clock: 'natural' });
