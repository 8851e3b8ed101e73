import { dayOf } from './calendar-day.js';

const WEEKDAYS = ['周一', '周二', '周三', '周四', '周五', '周六', '周日'];
const LEAP_YEAR = 366;
/** A reason stands in every sentence that derives a date over that day. */
const LONGEST_WORDS = 40;
const TIME = /^(?:(?:[01]\d|2[0-3]):[0-5]\d|24:00)$/;

/** Every mistake of a working calendar somebody wants to bring in, in Chinese, with its place. None: it is a WorkCalendar. */
export function calendarMistakes(json: unknown): string[] {
  if (!isRecord(json)) return ['工作日历：应当是一个对象'];
  const { tableVersion, week, seasons, days, announcedYears, ...others } = json;
  return [
    ...Object.keys(others).map((key) => `${key}：没有这一项`),
    ...(isWords(tableVersion) ? [] : ['tableVersion：请写明所依据的节假日表版本']),
    ...weekMistakes('week', week),
    ...seasonsMistakes(seasons),
    ...daysMistakes(days),
    ...yearsMistakes(announcedYears, days),
  ];
}

function weekMistakes(at: string, week: unknown): string[] {
  if (!Array.isArray(week) || week.length !== 7) return [`${at}：应当按周一到周日写7项`];
  if (week.every((hours) => Array.isArray(hours) && hours.length === 0)) return [`${at}：一周至少要有一天上班`];
  return week.flatMap((hours: unknown, index) => hoursMistakes(`${at}.${WEEKDAYS[index]}`, hours));
}

function hoursMistakes(at: string, hours: unknown): string[] {
  if (!Array.isArray(hours)) return [`${at}：应当是时段的列表，休息日写空列表`];
  const malformed = hours.flatMap((span: unknown, index) =>
    isSpan(span) && span[0] < span[1] ? [] : [`${at}：第${index + 1}个时段应当写成 ["08:30", "12:00"]，先开始后结束`],
  );
  if (malformed.length > 0) return malformed;
  const spans = hours.filter(isSpan);
  const apart = spans.every(([from], index) => from >= (spans[index - 1]?.[1] ?? ''));
  return apart ? [] : [`${at}：各时段应当从早到晚，互不重叠`];
}

function seasonsMistakes(seasons: unknown): string[] {
  if (!Array.isArray(seasons)) return ['seasons：应当是一个列表，没有季节作息写空列表'];
  const each = seasons.flatMap((season: unknown, index) => {
    const at = `seasons.${index + 1}`;
    if (!isRecord(season)) return [`${at}：应当写明 name、from、to、week`];
    return [
      ...unknownKeys(at, season, ['name', 'from', 'to', 'week']),
      ...(isWords(season['name']) ? [] : [`${at}.name：请写明季节名称，如“夏季”`]),
      ...(['from', 'to'] as const)
        .filter((key) => !isMonthDay(season[key]))
        .map((key) => `${at}.${key}：应当写成月-日，如 05-01`),
      ...weekMistakes(`${at}.week`, season['week']),
    ];
  });
  return each.length > 0 || !overlap(seasons) ? each : ['seasons：季节之间有重叠，一天只能有一种作息'];
}

/** Whether two seasons share a day, counted in a leap year so that every day of a year is there. */
function overlap(seasons: readonly unknown[]): boolean {
  const days = (seasons as readonly { from: string; to: string }[]).flatMap(({ from, to }) => {
    const first = dayOf(`2024-${from}`) ?? 0;
    const last = (dayOf(`2024-${to}`) ?? 0) + (from <= to ? 0 : LEAP_YEAR);
    return Array.from({ length: last - first + 1 }, (_, index) => (first + index) % LEAP_YEAR);
  });
  return new Set(days).size < days.length;
}

function daysMistakes(days: unknown): string[] {
  if (!isRecord(days)) return ['days：应当是按日期写的对象，没有写空对象'];
  return Object.entries(days).flatMap(([date, day]) => {
    const at = `days.${date}`;
    if (!isRecord(day)) return [`${at}：应当写明 kind 和 reason`];
    const rest = day['kind'] === 'rest';
    return [
      ...unknownKeys(at, day, ['kind', 'reason', 'hours']),
      ...(dayOf(date) === null ? [`${at}：没有这个日期，应当写成 2026-02-14`] : []),
      ...(rest || day['kind'] === 'work' ? [] : [`${at}.kind：应当是 work（上班）或 rest（放假）`]),
      ...(isWords(day['reason']) ? [] : [`${at}.reason：请写明原因，最多${LONGEST_WORDS}字`]),
      ...(day['hours'] === undefined ? [] : ownHoursMistakes(`${at}.hours`, day['hours'], rest)),
    ];
  });
}

function ownHoursMistakes(at: string, hours: unknown, rest: boolean): string[] {
  if (rest) return [`${at}：放假的日子不写时段`];
  if (Array.isArray(hours) && hours.length === 0) return [`${at}：上班的日子至少写一个时段`];
  return hoursMistakes(at, hours);
}

/** A year called announced without a single day of rest was not entered: its deadlines would be silently wrong. */
function yearsMistakes(years: unknown, days: unknown): string[] {
  if (!Array.isArray(years)) return ['announcedYears：应当是年份的列表，没有写空列表'];
  const rests = isRecord(days) ? Object.keys(days).filter((date) => isRest(days[date])) : [];
  return years.flatMap((year: unknown) => {
    if (typeof year !== 'number' || !Number.isInteger(year)) return [`announcedYears：${String(year)} 不是年份`];
    return rests.some((date) => date.startsWith(`${year}-`)) ? [] : [`announcedYears：还没有录入${year}年的放假日`];
  });
}

const unknownKeys = (at: string, value: object, known: readonly string[]): string[] =>
  Object.keys(value).flatMap((key) => (known.includes(key) ? [] : [`${at}.${key}：没有这一项`]));

const isRest = (day: unknown): boolean => isRecord(day) && day['kind'] === 'rest';

const isWords = (value: unknown): boolean =>
  typeof value === 'string' && value.trim().length > 0 && value.length <= LONGEST_WORDS;

const isMonthDay = (value: unknown): boolean => typeof value === 'string' && dayOf(`2024-${value}`) !== null;

function isSpan(span: unknown): span is [string, string] {
  return Array.isArray(span) && span.length === 2 && span.every((end) => typeof end === 'string' && TIME.test(end));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
