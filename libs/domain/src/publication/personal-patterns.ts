import type { MarkerKind } from './markers.js';

export interface PersonalPattern {
  readonly kind: MarkerKind;
  /** Applied to a reading: half-width, lower case, plain hyphens. No look-behind: older WeChat engines cannot parse it. */
  readonly pattern: RegExp;
  /** What must not stand directly before a match. */
  readonly notAfter?: RegExp;
  /** What must stand directly before a match; it is kept. */
  readonly after?: RegExp;
  readonly chineseDigits?: boolean;
}

const GAP = '[\\s.-]{0,3}';
/** Between groups of digits anything may stand: 138/1234/5678. Between single digits that would hide every enumeration. */
const MARK = '[^\\p{L}\\p{N}]{1,3}';
const NUMERAL = '(?:\\d+|[一二三四五六七八九十百]+|[a-z])';
const PROVINCES = '京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼';

export const PERSONAL_PATTERNS: readonly PersonalPattern[] = [
  { kind: 'email', pattern: /[a-z0-9._%+-]+@[a-z0-9-]+(?:\.[a-z0-9-]+)+/g },
  {
    kind: 'idNumber',
    pattern: new RegExp(`\\d(?:${GAP}\\d){16}${GAP}[\\dx]`, 'g'),
    notAfter: /\d/,
    chineseDigits: true,
  },
  {
    kind: 'idNumber',
    pattern: new RegExp(`\\d{6}${MARK}\\d{8}${MARK}\\d{3}[\\dx]`, 'gu'),
    notAfter: /\d/,
    chineseDigits: true,
  },
  { kind: 'bankCard', pattern: new RegExp(`\\d(?:${GAP}\\d){15,18}`, 'g'), notAfter: /\d/ },
  { kind: 'phone', pattern: new RegExp(`(?:\\+?86${GAP})?1${GAP}[3-9](?:${GAP}\\d){9}`, 'g'), chineseDigits: true },
  {
    kind: 'phone',
    pattern: new RegExp(`1[3-9]\\d${MARK}(?:\\d{4}${MARK}\\d{4}|\\d{3}${MARK}\\d{5}|\\d{8})(?!\\d)`, 'gu'),
    notAfter: /\d/,
    chineseDigits: true,
  },
  { kind: 'phone', pattern: /\(?0\d{2,3}\)?[\s-]?[2-8]\d{6,7}(?!\d)/g, notAfter: /\d/ },
  // A bare local number of seven or eight digits, unless it is a date such as 20261122 or an amount.
  { kind: 'phone', pattern: /(?!20\d\d[01]\d[0-3]\d)[2-8]\d{6,7}(?![\d元万户人.-])/g, notAfter: /[\d.-]/ },
  { kind: 'account', pattern: /(?:微信|weixin|wechat|qq|[加+]v|vx|wx)[号群id\s:是为,]*[a-z0-9][a-z0-9_-]{4,19}/g },
  { kind: 'plate', pattern: new RegExp(`[${PROVINCES}]\\s?[a-z][\\s·•.-]?[a-z0-9]{5,6}`, 'g') },
  // 3幢2单元501室, 三号楼, 12#402: a building, unit or room and whatever door numbers follow it. 一座凉亭 is none.
  {
    kind: 'address',
    pattern: new RegExp(
      `(?:${NUMERAL}\\s*(?:幢|栋|号楼|单元|室|#)|[a-z]\\s*座|\\d+\\s*座(?=\\s*\\d))` +
        `(?:[\\s,、-]*(?:${NUMERAL}\\s*(?:幢|栋|号楼|座|单元|楼|层|室|号|户|#)|\\d{1,4}(?![\\d年月日点时分个人天次元户米])))*`,
      'g',
    ),
  },
  // 12-3-402 and 12-402, but no dates such as 2026-11-22.
  { kind: 'address', pattern: /\d{1,3}-(?:\d{1,2}-)?\d{3,4}(?![\d-])/g, notAfter: /[\d-]/ },
  { kind: 'address', pattern: /\d+\s*号/g, after: /[路街巷弄里村道]\s*/ },
  { kind: 'address', pattern: /\d{3,4}(?!\d)/g, after: /(?:家住|住在|住|门牌|房号)[\s:是为]*/ },
];
