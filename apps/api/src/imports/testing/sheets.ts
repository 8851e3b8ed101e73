import ExcelJS from 'exceljs';
import { pack } from '../pack.js';

/** A workbook with one sheet of these rows, as a spreadsheet program would save it. */
export async function xlsx(rows: readonly (readonly unknown[])[], name = '数据'): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet(name);
  for (const row of rows) sheet.addRow([...row]);
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

/** A workbook with these rows of XML, in parts as other programs write and name them. */
export function sheetXml(rows: string, sharedStrings: readonly string[] = []): Buffer {
  const part = (name: string, text: string) => ({ name, bytes: Buffer.from(text) });
  return pack([
    part('xl/worksheets/sheet7.xml', `<worksheet><sheetData>${rows}</sheetData></worksheet>`),
    part('xl/sharedStrings.xml', `<sst>${sharedStrings.map((text) => `<si><t>${text}</t></si>`).join('')}</sst>`),
    part('xl/workbook.xml', '<workbook><sheets><sheet name="x" sheetId="7" r:id="rId7"/></sheets></workbook>'),
    part(
      'xl/_rels/workbook.xml.rels',
      '<Relationships><Relationship Target="worksheets/sheet7.xml" Id="rId7"/></Relationships>',
    ),
  ]);
}

export const csv = (rows: readonly (readonly string[])[], mark = ','): Buffer =>
  Buffer.from(rows.map((row) => row.join(mark)).join('\r\n'));

let gbkOf: Map<string, number[]> | null = null;

/** As Excel in China saves CSV. Node decodes GBK but does not encode it, so the table is read backwards. */
export function gbk(text: string): Buffer {
  if (!gbkOf) {
    const decoder = new TextDecoder('gbk');
    gbkOf = new Map();
    for (let high = 0x81; high <= 0xfe; high += 1) {
      for (let low = 0x40; low <= 0xfe; low += 1) gbkOf.set(decoder.decode(Uint8Array.of(high, low)), [high, low]);
    }
  }
  const table = gbkOf;
  return Buffer.from(Array.from(text).flatMap((character) => table.get(character) ?? [character.charCodeAt(0)]));
}
