/** Characters a person would count: no spaces, no invisible ones, 𠮷 as one. */
export function countCharacters(words: string): number {
  return [...words.replace(/[\s\p{Cc}\p{Cf}]/gu, '')].length;
}
