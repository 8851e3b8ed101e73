import { encode } from 'uqr';

/** An A6 card, in millimetres. */
const WIDTH = 105;
const HEIGHT = 148;
const MARGIN = 6;
const CODE_SIZE = 76;
const CODE_TOP = 26;
const WORDS_SIZE = 6.5;

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (words: string): string => words.replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign);

/** A line in the middle of the card, smaller where it would not fit. */
function line(words: string, y: number, size: number): string {
  const fitting = Math.min(size, (WIDTH - 2 * MARGIN) / Math.max(1, [...words].length));
  return `<text x="${WIDTH / 2}" y="${y}" font-size="${fitting.toFixed(2)}">${escaped(words)}</text>`;
}

/** The code as one path: dark squares, row by row. Readable with a quarter of it scratched off. */
function codeOf(link: string): string {
  const { data, size } = encode(link, { ecc: 'Q', border: 4 });
  const squares = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])));
  const scale = (CODE_SIZE / size).toFixed(4);
  const left = (WIDTH - CODE_SIZE) / 2;
  return `<path transform="translate(${left} ${CODE_TOP}) scale(${scale})" shape-rendering="crispEdges" d="${squares.join('')}"/>`;
}

/** A card to print and hang up at a place: the code, where it hangs, and what it is for. SVG, black on white. */
export function placeCodeSign(link: string, areaName: string, spot: string): string {
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}mm" height="${HEIGHT}mm" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="sans-serif" text-anchor="middle">`,
    `<title>${escaped(`${areaName} ${spot}`.trim())}</title>`,
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="#fff"/>`,
    line('有事扫一扫', 19, 12),
    codeOf(link),
    line(areaName, 114, WORDS_SIZE),
    line(spot, 124, WORDS_SIZE),
    line('报问题 · 点服务 · 许心愿，件件有回音', 138, 5),
    '</svg>',
  ].join('\n');
}
