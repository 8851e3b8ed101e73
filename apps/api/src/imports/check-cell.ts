import { isValidIdNumber, isValidPhone, type Polygon, polygonProblem } from '@linshao/domain';
import { cleanText } from '../platform/http/text.js';
import { type Cell, dayOfSerial, dayText, isEmpty, isFault, textOf } from './cell.js';
import type { Column } from './column.js';

export type Value = string | number | Polygon | null;
export type Checked = { readonly value: Value } | { readonly problem: string };

const MOST_CHARACTERS = 60;
const MOST_WHOLE = 10_000_000;
const MOST_CORNERS = 1_000;
const LOST_DIGITS = '数字太长，被表格软件改成了科学计数，末几位已丢失；请把这一列设为“文本”格式后重填';
const BECAME_DATE = '被表格软件当成了日期；请把这一列设为“文本”格式后重填';

/** A cell as its column wants it, or the Chinese sentence that says what to do about it. */
export function checkCell(column: Column, cell: Cell | undefined): Checked {
  if (isFault(cell)) return { problem: `公式出错（${cell.fault}），请改成具体的值` };
  if (cell === undefined || isEmpty(cell)) return column.required ? { problem: '必填' } : { value: null };
  switch (column.check) {
    case 'text':
      return checkText(column, cleanText(textOf(cell)));
    case 'code':
      return checkCode(cell, /^[A-Za-z0-9._-]{1,64}$/, '只能含字母、数字、点和短横，最多 64 个');
    case 'reference':
      return checkCode(
        cell,
        /^\d{6,12}$|^\d{12}\/[A-Za-z0-9-]{1,40}$/,
        '应为统计用区划代码，或“社区代码/自编代码”，如 320402003012/G01',
      );
    case 'scope':
      return checkCode(cell, /^[A-Za-z0-9._-]{1,64}$|^\d{12}\/[A-Za-z0-9-]{1,40}$/, '应为区域、单位或党组织的代码');
    case 'whole':
      return checkWhole(textOf(cell));
    case 'phone':
      return checkCode(cell, isValidPhone, '应为 11 位手机号', (text) => text.replace(/^\+?86(?=1\d{10}$)/, ''));
    case 'idNumber':
      return checkCode(cell, isValidIdNumber, '身份证号不对，请核对', (text) => text.toUpperCase());
    case 'day':
      return checkDay(cell);
    case 'time':
      return checkTime(cell);
    case 'choice':
      return checkChoice(column, cleanText(textOf(cell)));
    case 'border':
      return checkBorder(textOf(cell));
  }
}

const halfWidth = (text: string): string => text.normalize('NFKC').trim();

function checkText({ max = MOST_CHARACTERS, required }: Column, text: string): Checked {
  if (text === '') return required ? { problem: '必填' } : { value: null };
  return Array.from(text).length <= max ? { value: text } : { problem: `最多 ${max} 个字` };
}

/** Digits with a meaning of their own: a spreadsheet that took them for a number or a date has damaged them. */
function checkCode(
  cell: string | number | Date | null,
  fits: RegExp | ((text: string) => boolean),
  problem: string,
  tidy: (text: string) => string = (text) => text,
): Checked {
  if (cell instanceof Date) return { problem: BECAME_DATE };
  const text = tidy(halfWidth(textOf(cell)).replace(/\s/g, ''));
  if (/^\d(\.\d+)?e\+\d+$/i.test(text) || (typeof cell === 'number' && !Number.isSafeInteger(cell) && cell >= 1e15)) {
    return { problem: LOST_DIGITS };
  }
  return (fits instanceof RegExp ? fits.test(text) : fits(text)) ? { value: text } : { problem };
}

function checkWhole(text: string): Checked {
  const plain = halfWidth(text).replace(/,(?=\d{3})/g, '');
  const value = Number(plain);
  return /^\d{1,12}$/.test(plain) && value <= MOST_WHOLE ? { value } : { problem: `应为 0 到 ${MOST_WHOLE} 的整数` };
}

function checkDay(cell: string | number | Date | null): Checked {
  const problem = '应为日期，如 2026-02-14';
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? { problem } : { value: dayText(cell) };
  // An unformatted date is the number of its day: 36526 is 2000-01-01, 73050 is 2099-12-31.
  if (typeof cell === 'number')
    return cell >= 18_264 && cell < 73_051 ? { value: dayText(dayOfSerial(cell)) } : { problem };
  const [, year, month, day] = /^(\d{4})[-/.年]?(\d{1,2})[-/.月]?(\d{1,2})日?$/.exec(halfWidth(textOf(cell))) ?? [];
  const text = [year, month?.padStart(2, '0'), day?.padStart(2, '0')].join('-');
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && dayText(date) === text ? { value: text } : { problem };
}

/** A spreadsheet keeps a time as a part of a day: 0.3333 is 08:00; readers give it as a moment of its day zero. */
function checkTime(cell: string | number | Date | null): Checked {
  const problem = '应为时间，如 08:00';
  const minutes = cell instanceof Date ? minutesOfMoment(cell) : typeof cell === 'number' ? cell * 1440 : null;
  if (minutes !== null) {
    const whole = Math.round(minutes);
    return minutes >= 0 && whole < 1440 ? { value: clockText(whole) } : { problem };
  }
  const [, hour, minute] = /^(\d{1,2})[:：](\d{2})(?::00)?$/.exec(halfWidth(textOf(cell))) ?? [];
  const fits = hour !== undefined && Number(hour) < 24 && Number(minute) < 60;
  return fits ? { value: clockText(Number(hour) * 60 + Number(minute)) } : { problem };
}

const minutesOfMoment = (moment: Date): number =>
  (((moment.getTime() % 86_400_000) + 86_400_000) % 86_400_000) / 60_000;
const clockText = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

function checkChoice({ choices = {} }: Column, text: string): Checked {
  const found = Object.entries(choices).find(([value, label]) => label === text || value === text);
  return found ? { value: found[0] } : { problem: `只能是：${Object.values(choices).join('、')}` };
}

function checkBorder(text: string): Checked {
  const corners = halfWidth(text)
    .split(';')
    .map((corner) => corner.trim())
    .filter((corner) => corner !== '');
  const pairs = corners.map((corner) => /^(\d{1,3}(?:\.\d{1,15})?)\s*,\s*(\d{1,2}(?:\.\d{1,15})?)$/.exec(corner));
  if (pairs.some((pair) => pair === null))
    return { problem: '应为“经度,纬度;经度,纬度;…”，如 119.97,31.78;119.98,31.78;119.98,31.79' };
  const polygon = pairs.map((pair) => ({ lng: Number(pair?.[1]), lat: Number(pair?.[2]) }));
  const [first, last] = [polygon[0], polygon.at(-1)];
  if (polygon.length > 1 && first?.lng === last?.lng && first?.lat === last?.lat) polygon.pop();
  const problem = polygon.length > MOST_CORNERS ? `边界最多 ${MOST_CORNERS} 个点` : polygonProblem(polygon);
  return problem === null ? { value: polygon } : { problem };
}
