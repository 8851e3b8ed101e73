/** A reading of a text in which disguises are undone, with the way back to the original for every character. */
export interface Reading {
  readonly text: string;
  /** Original [start, end) of a [start, end) in `text`. */
  readonly originalSpan: (start: number, end: number) => readonly [number, number];
}

const DASHES = /[\p{Pd}−ー~]/u;
const CHINESE_DIGITS: Readonly<Record<string, string>> = Object.fromEntries([
  ...[...'〇一二三四五六七八九'].map((character, digit) => [character, String(digit)] as const),
  ['零', '0'],
  ['幺', '1'],
  ['两', '2'],
]);

/** What to leave out of a reading, and whether 一三八 reads as 138. */
export interface ReadingOptions {
  readonly skip: RegExp;
  readonly chineseDigits?: boolean;
}

/** Reads full-width as half-width, capitals as small letters, any dash as a hyphen; `skip` never holds letters or digits. */
export function read(original: string, { skip, chineseDigits = false }: ReadingOptions): Reading {
  let text = '';
  const starts: number[] = [];
  const ends: number[] = [];
  let at = 0;
  for (const character of original) {
    const end = at + character.length;
    // An accent or key-cap belongs to the letter before: what hides one hides the other.
    if (/\p{M}/u.test(character) && ends.length > 0) ends[ends.length - 1] = end;
    for (const plain of character.normalize('NFKC').toLowerCase()) {
      if (skip.test(plain)) continue;
      const digit = chineseDigits ? CHINESE_DIGITS[plain] : undefined;
      const written = digit ?? (DASHES.test(plain) ? '-' : plain);
      text += written;
      for (let unit = 0; unit < written.length; unit += 1) {
        starts.push(at);
        ends.push(end);
      }
    }
    at = end;
  }
  return { text, originalSpan: (start, end) => [starts[start] ?? 0, ends[end - 1] ?? original.length] };
}
