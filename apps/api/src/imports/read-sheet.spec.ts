import { deflateRawSync } from 'node:zlib';
import ExcelJS from 'exceljs';
import type { Column } from './column.js';
import { MOST_ROWS } from './limits.js';
import { pack } from './pack.js';
import { readSheet, type RowResult } from './read-sheet.js';
import { SheetRefused } from './sheet-refused.js';
import { csv, gbk, sheetXml, xlsx } from './testing/sheets.js';
import { unpack } from './unpack.js';

const column = (key: string, heading: string, check: Column['check'], more: Partial<Column> = {}): Column => ({
  key,
  heading,
  check,
  example: '',
  hint: '',
  ...more,
});
const COLUMNS = [
  column('name', '姓名', 'text', { required: true, max: 5 }),
  column('phone', '手机号', 'phone'),
  column('id', '身份证号', 'idNumber'),
  column('code', '代码', 'code'),
  column('level', '级别', 'choice', { choices: { grid: '网格', estate: '小区' } }),
  column('households', '户数', 'whole'),
  column('from', '开始日期', 'day'),
  column('polygon', '边界', 'border'),
  column('area', '区域代码', 'reference'),
];
const HEADINGS = COLUMNS.map(({ heading }) => heading);

async function read(bytes: Buffer): Promise<RowResult[]> {
  const all: RowResult[] = [];
  for await (const result of readSheet(bytes, COLUMNS)) all.push(result);
  return all;
}
const rows = async (bytes: Buffer) =>
  (await read(bytes)).map((result) => ('row' in result ? result.row : result.problems));
const refusalOf = (bytes: Buffer): Promise<string> =>
  read(bytes).then(
    () => 'read',
    (error: unknown) => (error instanceof SheetRefused ? error.refusal.code : String(error)),
  );
/** One cell of the column, in a row that is otherwise right; what comes out of it. */
async function one(heading: string, cell: unknown): Promise<unknown> {
  const [result] = await read(
    await xlsx(
      heading === '姓名'
        ? [['姓名'], [cell]]
        : [
            ['姓名', heading],
            ['张三', cell],
          ],
    ),
  );
  const key = COLUMNS.find((c) => c.heading === heading)?.key ?? '';
  return result && 'row' in result ? result.row[key] : (result?.problems[0]?.message ?? null);
}

describe('a workbook', () => {
  it('is read with its row numbers, empty rows and the example skipped, columns in any order', async () => {
    const bytes = await xlsx([
      ['手机号', '姓名*（必填）'],
      ['', '示例：张三'],
      [],
      ['13800000001', '李四'],
      [13800000002, '王五'],
    ]);
    expect(await rows(bytes)).toMatchObject([
      { row: 4, name: '李四', phone: '13800000001', code: null },
      { row: 5, name: '王五', phone: '13800000002' },
    ]);
  });

  it('counts a formula as what it shows, a date as its day, a link and rich text as their words', async () => {
    expect(await one('户数', { formula: 'SUM(1,2)', result: 3 })).toBe(3);
    expect(await one('开始日期', new Date('2026-02-14T00:00:00Z'))).toBe('2026-02-14');
    expect(await one('开始日期', { formula: 'TODAY()', result: new Date('2026-02-14T09:30:00Z') })).toBe('2026-02-14');
    expect(await one('代码', { text: 'G01', hyperlink: 'https://example.org' })).toBe('G01');
    expect(await one('代码', { richText: [{ text: 'G' }, { text: '01', font: { bold: true } }] })).toBe('G01');
  });

  const inline = (at: string, text: string): string => `<c r="${at}" t="inlineStr"><is><t>${text}</t></is></c>`;
  const written = (cells: string): Buffer =>
    sheetXml(`<row r="1">${inline('A1', '姓名')}${inline('B1', '代码')}</row><row r="2">${cells}</row>`);
  const name = '<c r="A2" t="inlineStr"><is><t>张三</t></is></c>';

  it.each([
    ['a formula that failed', `${name}<c r="B2" t="e"><f>NA()</f><v>#N/A</v></c>`, [{ column: '代码' }]],
    ['a formula saved without its result', `${name}<c r="B2"><f>A2</f></c>`, [{ column: '代码' }]],
    [
      'an error without a formula',
      `${name}<c r="B2" t="e"><v>#REF!</v></c>`,
      [{ message: expect.stringContaining('#REF!') }],
    ],
    [
      'inline text in runs',
      '<c r="A2" t="inlineStr"><is><r><t>张</t></r><r><t xml:space="preserve">三</t></r></is></c>',
      { name: '张三' },
    ],
  ])('understands %s', async (_, cells, expected) => {
    const [result] = await rows(written(cells));
    expect(result).toMatchObject(expected);
  });

  it('is refused when no cell says where it stands', async () => {
    expect(await refusalOf(written('<c t="inlineStr"><is><t>张三</t></is></c>'))).toBe('import.damaged');
  });

  it('takes the first visible sheet', async () => {
    const workbook = new ExcelJS.Workbook();
    workbook.addWorksheet('隐藏', { state: 'hidden' }).addRow(['别的']);
    workbook.addWorksheet('数据').addRows([['姓名'], ['张三']]);
    workbook.addWorksheet('说明').addRow(['列', '怎么填']);
    expect(await rows(Buffer.from(await workbook.xlsx.writeBuffer()))).toMatchObject([{ name: '张三' }]);
  });

  it('may hold its parts in any order', async () => {
    const parts = unpack(
      await xlsx([
        ['姓名', '开始日期'],
        ['张三', new Date('2026-02-14T00:00:00Z')],
      ]),
      () => true,
    );
    for (const order of [parts, [...parts].reverse()]) {
      expect(await rows(pack(order))).toMatchObject([{ name: '张三', from: '2026-02-14' }]);
    }
  });
});

describe('CSV', () => {
  const sheet = [
    ['姓名', '手机号'],
    ['张三', '13800000001'],
    ['𠮷野㐂', ''],
  ];

  it.each([
    ['UTF-8', csv(sheet)],
    ['UTF-8 with its mark', Buffer.concat([Buffer.from('\ufeff'), csv(sheet)])],
    ['UTF-16 with tabs, as Excel saves "Unicode text"', Buffer.from(`\ufeff${csv(sheet, '\t').toString()}`, 'utf16le')],
    ['semicolons', csv(sheet, ';')],
    ['Unix line ends', Buffer.from(csv(sheet).toString().replaceAll('\r', ''))],
  ])('is understood in %s', async (_, bytes) => {
    expect(await rows(bytes)).toMatchObject([
      { row: 2, name: '张三', phone: '13800000001' },
      { row: 3, name: '𠮷野㐂' },
    ]);
  });

  it('is understood in GBK, as Excel in China saves it', async () => {
    expect(await rows(gbk('姓名,手机号\r\n张三,13800000001\r\n'))).toMatchObject([
      { name: '张三', phone: '13800000001' },
    ]);
  });

  it('counts empty lines and lines inside quotes as a spreadsheet does', async () => {
    const bytes = Buffer.from('姓名,代码\n\n"张\n三",G01\n李四,G02\n');
    expect(await rows(bytes)).toMatchObject([
      { row: 3, name: '张\n三' },
      { row: 4, name: '李四' },
    ]);
  });

  it('gives back numbers that people protected from the spreadsheet', async () => {
    const bytes = Buffer.from('姓名,手机号,代码\n张三,"=""13800000001""",\'0012\n');
    expect(await rows(bytes)).toMatchObject([{ phone: '13800000001', code: '0012' }]);
  });

  it.each([
    ['import.csv', Buffer.from('姓名\n"张三\n')],
    ['import.not_a_sheet', Buffer.from([0x00, 0x01, 0xff, 0xff, 0x80])],
    ['import.not_a_sheet', Buffer.from('姓名\n\0\n')],
  ])('is refused as %s', async (code, bytes) => expect(await refusalOf(bytes)).toBe(code));
});

describe('cells', () => {
  it.each([
    ['姓名', ' 张三\u202e ', '张三'],
    ['姓名', '𠮷𠮷𠮷𠮷𠮷', '𠮷𠮷𠮷𠮷𠮷'],
    ['手机号', '+86 138 0000 0001', '13800000001'],
    ['手机号', '１３８０００００００１', '13800000001'],
    ['身份证号', '11010519491231002x', '11010519491231002X'],
    ['级别', '网格', 'grid'],
    ['级别', 'estate', 'estate'],
    ['户数', '1,204', 1204],
    ['开始日期', '2026年2月4日', '2026-02-04'],
    ['开始日期', '2026/2/4', '2026-02-04'],
    ['开始日期', 46_067, '2026-02-14'],
    ['区域代码', '320402003012/G01', '320402003012/G01'],
    [
      '边界',
      '119.97,31.78；119.98，31.78;119.98,31.79;119.97,31.78',
      [
        { lng: 119.97, lat: 31.78 },
        { lng: 119.98, lat: 31.78 },
        { lng: 119.98, lat: 31.79 },
      ],
    ],
  ])('%s: %j is kept as %j', async (heading, cell, value) => expect(await one(heading, cell)).toEqual(value));

  it.each([
    ['姓名', '一二三四五六', '最多 5 个字'],
    ['手机号', '12345', '11 位手机号'],
    ['手机号', '1.38E+10', '科学计数'],
    ['身份证号', Number('320402199001011234'), '科学计数'],
    ['身份证号', '320402199001011234', '请核对'],
    ['代码', new Date('2026-01-02T00:00:00Z'), '当成了日期'],
    ['代码', 'G 01!', '只能含字母'],
    ['级别', '市', '只能是：网格、小区'],
    ['户数', '四百', '整数'],
    ['户数', -3, '整数'],
    ['开始日期', '2026-02-30', '应为日期'],
    ['开始日期', '昨天', '应为日期'],
    ['边界', '31.78,119.97;31.79,119.97;31.79,119.98', '经度,纬度'],
    ['边界', '119.97,31.78', '至少需要 3 个点'],
    ['区域代码', 'G01', '社区代码/自编代码'],
  ])('%s: %j is refused: %s', async (heading, cell, why) => expect(await one(heading, cell)).toContain(why));

  it('are all reported, each with its row and column', async () => {
    const [problems] = await rows(await xlsx([[...HEADINGS], ['', '1', '2', '?', '市', 'x', 'y', 'z', '!']]));
    expect(problems).toHaveLength(9);
    expect(
      (problems as readonly { row: number; column: string | null }[]).map(({ row, column: c }) => `${row} ${c}`),
    ).toEqual(HEADINGS.map((heading) => `2 ${heading}`));
  });

  it('beyond the headings are a problem, not lost', async () => {
    const [problems] = await rows(csv([['姓名'], ['张三', '13800000001']]));
    expect(problems).toMatchObject([{ row: 2, column: null, message: expect.stringContaining('第 2 列') }]);
  });
});

describe('a sheet as a whole', () => {
  it.each([
    ['without rows', 'import.empty', csv([['姓名']])],
    ['of nothing', 'import.empty', Buffer.from('')],
    ['without a needed column', 'import.headings', csv([['手机号'], ['13800000001']])],
    [
      'with a column nobody knows',
      'import.headings',
      csv([
        ['姓名', '星座'],
        ['张三', '天秤'],
      ]),
    ],
    [
      'with a column twice',
      'import.headings',
      csv([
        ['姓名', '姓名'],
        ['张三', '李四'],
      ]),
    ],
    [
      'with too many rows',
      'import.too_large',
      csv([['姓名'], ...Array.from({ length: MOST_ROWS + 1 }, () => ['张三'])]),
    ],
    ['of the old format', 'import.old_excel', Buffer.from('d0cf11e0a1b11ae1', 'hex')],
    ['that is another archive', 'import.no_sheet', pack([{ name: 'word/document.xml', bytes: Buffer.from('<x/>') }])],
  ])('is refused %s', async (_, code, bytes) => expect(await refusalOf(bytes)).toBe(code));

  it('is refused when cut off anywhere, and never crashes the reader', async () => {
    const whole = await xlsx([['姓名'], ['张三']]);
    for (let length = 4; length < whole.length - 2000; length += 97) {
      expect(await refusalOf(whole.subarray(0, length))).toMatch(/^import\.(damaged|no_sheet|headings|empty)$/);
    }
  });
});

describe('unpack', () => {
  const packed = (name: string, bytes: Buffer, claimed = bytes.length): Buffer => {
    const data = deflateRawSync(bytes);
    const header = Buffer.alloc(30);
    header.writeUInt32LE(0x04034b50, 0);
    header.writeUInt16LE(8, 8);
    header.writeUInt32LE(data.length, 18);
    header.writeUInt32LE(claimed, 22);
    header.writeUInt16LE(name.length, 26);
    return Buffer.concat([header, Buffer.from(name), data]);
  };
  const all = () => true;

  it('stops at the limit, whatever the archive claims about its sizes', () => {
    const bomb = packed('a', Buffer.alloc(3_000_000), 10);
    expect(bomb.length).toBeLessThan(5_000);
    expect(() => unpack(bomb, all, 1_000_000)).toThrow('import.too_large');
    expect(unpack(bomb, all, 4_000_000)).toMatchObject([{ name: 'a' }]);
  });

  it('counts all parts together, the unwanted ones too', () => {
    const parts = ['a', 'b', 'c'].map((name) => packed(name, Buffer.alloc(400_000)));
    expect(() => unpack(Buffer.concat(parts), () => false, 1_000_000)).toThrow('import.too_large');
  });

  it('refuses thousands of parts, encrypted ones, and garbage', () => {
    expect(() => unpack(Buffer.concat(Array(2_001).fill(packed('a', Buffer.alloc(1)))), all)).toThrow(
      'import.too_large',
    );
    const encrypted = packed('a', Buffer.from('x'));
    encrypted.writeUInt16LE(1, 6);
    expect(() => unpack(encrypted, all)).toThrow('import.damaged');
    expect(() => unpack(Buffer.from('PK\x03\x04garbage'), all)).toThrow('import.damaged');
  });
});
