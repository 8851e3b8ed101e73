import { refused } from './sheet-refused.js';

const BOMS: readonly (readonly [encoding: string, bom: readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

/**
 * Text of unknown encoding: by its mark, else UTF-8 if it is that, else GB18030 (which holds GBK and GB2312), the encoding
 * in which Excel in China saves CSV.
 * @throws SheetRefused for what is no text in any of them
 */
export function decodeText(bytes: Uint8Array): string {
  const marked = BOMS.find(([, bom]) => bom.every((byte, index) => bytes[index] === byte));
  for (const encoding of marked ? [marked[0]] : ['utf-8', 'gb18030']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      // Not this one.
    }
  }
  throw refused('import.not_a_sheet', '这不是表格文件；请上传 .xlsx，或另存为 .csv 后再试');
}
