import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const library = require('chinese-days');
const { version } = require('chinese-days/package.json');

/** The first year the product can hold orders of. */
const FIRST_YEAR = 2020;
/** How far ahead the days the law names are worked out; the library's lunar tables reach 2100. */
const LAST_STATUTORY_YEAR = 2050;

/**
 * The announced years as the State Council's notices give them: rest holds every day off of a holiday, weekends among
 * them included; work holds the make-up workdays (调休). Read from the library's lists, not from its answers: asked about
 * a year without a notice it answers as if it were an ordinary one, and its "in lieu" is a day off, not a day of work.
 */
export function readHolidays() {
  const { holidays, workdays } = JSON.parse(
    readFileSync(require.resolve('chinese-days/dist/chinese-days.json'), 'utf8'),
  );
  const years = [...new Set(Object.keys(holidays).map((date) => Number(date.slice(0, 4))))]
    .filter((year) => year >= FIRST_YEAR)
    .sort();
  const last = years.at(-1);
  return {
    version: `${last}/chinese-days-${version}`,
    years: Object.fromEntries(
      years.map((year) => [year, { rest: runs(ofYear(holidays, year)), work: ofYear(workdays, year) }]),
    ),
    statutory: Object.fromEntries(
      Array.from({ length: LAST_STATUTORY_YEAR - last }, (_, index) => [last + 1 + index, movable(last + 1 + index)]),
    ),
  };
}

/** The four holidays of the law that move with the moon and the sun. */
function movable(year) {
  return {
    newYear: monthDay(library.getSolarDateFromLunar(`${year}-01-01`).date),
    qingming: monthDay(library.getSolarTermDate(year, 4, 'pure_brightness')),
    dragonBoat: monthDay(library.getSolarDateFromLunar(`${year}-05-05`).date),
    midAutumn: monthDay(library.getSolarDateFromLunar(`${year}-08-15`).date),
  };
}

const monthDay = (date) => date.slice(5);

const ofYear = (list, year) =>
  Object.keys(list)
    .filter((date) => date.startsWith(`${year}-`))
    .map(monthDay)
    .sort();

/** Neighbouring days as one interval, "02-15/02-23". The year is a leap year: 02-28 and 03-01 are never neighbours there. */
function runs(days) {
  const found = [];
  for (const day of days) {
    const run = found.at(-1);
    if (run && nextDay(run.at(-1)) === day) run.push(day);
    else found.push([day]);
  }
  return found.map((run) => (run.length === 1 ? run[0] : `${run[0]}/${run.at(-1)}`));
}

const nextDay = (day) => new Date(Date.parse(`2024-${day}T00:00:00Z`) + 86_400_000).toISOString().slice(5, 10);
