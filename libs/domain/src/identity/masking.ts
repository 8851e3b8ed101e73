/** The compound surnames still in common use (复姓). */
const COMPOUND_SURNAMES = new Set(
  '欧阳 上官 司马 诸葛 司徒 东方 皇甫 尉迟 公孙 慕容 令狐 长孙 宇文 夏侯 轩辕 端木 独孤 南宫 西门 百里 呼延 闻人 澹台 公冶 濮阳 淳于 单于 太史 申屠 钟离 鲜于 闾丘 司空 亓官'.split(
    ' ',
  ),
);

/** 张三 → 张*, 张小三 → 张*三, 欧阳修文 → 欧阳**, John Smith → J***. */
export function maskName(name: string): string {
  const letters = [...name.trim()];
  const [first = '', second = ''] = letters;
  if (!/\p{Script=Han}/u.test(first) || letters.includes('·')) return letters.length < 2 ? '*' : `${first}***`;
  if (letters.length < 2) return '*';
  if (letters.length > 2 && COMPOUND_SURNAMES.has(first + second))
    return first + second + '*'.repeat(letters.length - 2);
  const last = letters.length > 2 ? (letters.at(-1) ?? '') : '';
  return first + '*'.repeat(Math.max(1, letters.length - 2)) + last;
}

/** 13812341234 → 138****1234; of any other number only the last two digits stay. */
export function maskPhone(phone: string): string {
  const digits = phone.replace(/\D/g, '');
  if (/^1\d{10}$/.test(digits)) return `${digits.slice(0, 3)}****${digits.slice(7)}`;
  return digits.length < 7 ? '****' : `****${digits.slice(-2)}`;
}

/** Keeps province and city and the last two characters: with the rest of the tail, birthdays could be tried out. */
export function maskIdNumber(idNumber: string): string {
  const value = idNumber.trim();
  return value.length < 15 ? '****' : value.slice(0, 4) + '*'.repeat(value.length - 6) + value.slice(-2);
}

const NUMERAL = '[0-9A-Za-z一二三四五六七八九十百零〇]';
/** Where an address begins to point at a door: building, unit, floor, room, house number, or 12-3-402. */
const DOOR = new RegExp(
  `${NUMERAL}+\\s*(?:[-—]\\s*${NUMERAL}+)+|${NUMERAL}+\\s*(?:幢|栋|号楼|座|单元|楼|层|室|号|户|#|弄)|[0-9]+\\s*$`,
);

/** 富强新村3幢2单元501室 → 富强新村***; the estate or road stays. */
export function maskAddress(address: string): string {
  const text = address.normalize('NFKC').trim();
  const door = text.search(DOOR);
  return `${door < 0 ? text : text.slice(0, door).trim()}***`;
}

/** Whether a value came out of one of the masks above; such a value sent back must never overwrite the real one. */
export function isMasked(value: string): boolean {
  return /[*＊]/.test(value);
}
