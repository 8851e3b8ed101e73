const CHINESE_DIGITS = '〇一二三四五六七八九';

/**
 * Likeness of two texts between 0 and 1: Dice coefficient of their character pairs. Works on Chinese without
 * a dictionary; width, case, punctuation and 三/3 make no difference.
 */
export function textSimilarity(a: string, b: string): number {
  const left = pairsOf(a);
  const right = pairsOf(b);
  if (left.size === 0 || right.size === 0) return 0;
  let shared = 0;
  for (const pair of left) if (right.has(pair)) shared += 1;
  return (2 * shared) / (left.size + right.size);
}

function pairsOf(text: string): ReadonlySet<string> {
  const characters = [...normalise(text)];
  if (characters.length === 1) return new Set(characters);
  return new Set(characters.slice(1).map((character, index) => `${characters[index] ?? ''}${character}`));
}

function normalise(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('零', '〇')
    .replaceAll('两', '二')
    .replace(/[〇一二三四五六七八九]/g, (digit) => String(CHINESE_DIGITS.indexOf(digit)))
    .replace(/[^\p{L}\p{N}]/gu, '');
}
