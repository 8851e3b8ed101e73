/** A card is a glance: of long words it shows the beginning, the page behind it all of them. */
const MOST_CHARACTERS = 120;

export function shortened(words: string): string {
  const characters = [...words];
  return characters.length <= MOST_CHARACTERS ? words : `${characters.slice(0, MOST_CHARACTERS).join('').trimEnd()}…`;
}
