const FULL_WIDTH = (text: string): string =>
  text.replace(/[!-~]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0));
const CHINESE = [...'〇一二三四五六七八九'];
const chinese = (digits: string): string => digits.replace(/\d/g, (d) => CHINESE[Number(d)] ?? d);
const grouped = (text: string, mark: string): string => text.replace(/(.{3})(.{4})/, `$1${mark}$2${mark}`);

/** A name as people write it when they do not want it found, or do not care. */
export const namesOf = (name: string): string[] => [
  name,
  [...name].join(' '),
  [...name].join('·'),
  [...name].join('\u200b'),
  [...name].join('-'),
];

export const phonesOf = (phone: string): string[] => [
  phone,
  `+86${phone}`,
  ...[' ', '-', '.', '/', '—', '，', '\u200b', '_'].map((mark) => grouped(phone, mark)),
  [...phone].join(' '),
  FULL_WIDTH(phone),
  FULL_WIDTH(grouped(phone, '-')),
  chinese(phone),
  chinese(phone).replaceAll('一', '幺').replaceAll('〇', '零'),
  chinese(grouped(phone, ' ')),
];

export const idNumbersOf = (id: string): string[] => [
  id,
  id.toLowerCase(),
  FULL_WIDTH(id),
  `${id.slice(0, 6)} ${id.slice(6, 14)} ${id.slice(14)}`,
  `${id.slice(0, 6)}-${id.slice(6, 14)}-${id.slice(14)}`,
  chinese(id),
];

export interface Door {
  readonly building: number;
  readonly unit: number;
  readonly room: number;
}

export const doorsOf = ({ building, unit, room }: Door): string[] => [
  `${building}幢${unit}单元${room}室`,
  `${building} 幢 ${unit} 单元 ${room} 室`,
  `${building}栋${unit}单元${room}`,
  `${building}号楼${unit}单元${room}号`,
  `${chinese(String(building))}幢${chinese(String(unit))}单元${room}`,
  FULL_WIDTH(`${building}幢${unit}单元${room}室`),
  `${building}-${unit}-${room}`,
  FULL_WIDTH(`${building}-${unit}-${room}`),
  `${building}#${room}`,
];

const DIGITS: Readonly<Record<string, string>> = {
  ...Object.fromEntries(CHINESE.map((c, digit) => [c, String(digit)])),
  零: '0',
  幺: '1',
};

/** A text with every disguise undone: only letters and digits, half-width, small, Chinese numerals as digits. */
export const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
    .replace(/[〇零一幺二三四五六七八九]/g, (c) => DIGITS[c] ?? c);
