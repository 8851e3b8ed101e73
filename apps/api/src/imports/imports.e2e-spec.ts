import { monitorEventLoopDelay } from 'node:perf_hooks';
import ExcelJS from 'exceljs';
import { ensureArea, signInAs, type TestPerson } from '../identity/testing/sign-in-as.js';
import { SessionsService } from '../identity/sessions.service.js';
import { createTestApp, type TestApp } from '../platform/testing/test-app.js';
import { SheetReader } from './sheet-reader.js';
import { csv, gbk, xlsx } from './testing/sheets.js';

const STREET = '320400/320402/320402003';
const COMMUNITY = `${STREET}/320402003012`;

let testApp: TestApp;
let admin: TestPerson;
let worker: TestPerson;

beforeAll(async () => {
  testApp = await createTestApp();
  // The first thread of a machine compiles the sources it needs.
  const columns = [{ key: 'code', heading: '代码', check: 'code', example: '', hint: '' }] as const;
  await testApp.app.get(SheetReader).read({ bytes: new TextEncoder().encode('代码\nG01'), columns });
}, 120_000);
afterAll(() => testApp.close());
beforeEach(async () => {
  await testApp.database.rows('TRUNCATE areas, persons, posts, units CASCADE');
  await ensureArea(testApp, COMMUNITY);
  await ensureArea(testApp, `${STREET}/320402003013`);
  admin = await signInAs(testApp, { posts: [{ role: 'administrator', area: COMMUNITY }] });
  worker = await signInAs(testApp, { posts: [{ role: 'grid_worker', area: COMMUNITY }] });
});

const send = (kind: string, file: Buffer, query = '', who = admin) =>
  testApp.http().post(`/api/imports/${kind}${query}`).set(who.headers).attach('file', file, 'sheet');
const count = async (table: string, where = 'true'): Promise<number> =>
  (await testApp.database.first<{ n: number }>(`SELECT count(*)::int AS n FROM ${table} WHERE ${where}`))?.n ?? -1;

const AREAS = ['社区代码', '级别', '代码', '名称', '上级代码', '户数', '边界'];
const area = (level: string, code: string, parent = '', households: unknown = '', border = '') => [
  '320402003012',
  level,
  code,
  `${level}${code}`,
  parent,
  households,
  border,
];

describe('areas', () => {
  // Children before their parents, on purpose.
  const sheet = () =>
    xlsx([
      AREAS,
      area('单元', 'G01-E1-B1-U1', 'G01-E1-B1'),
      area('楼幢', 'G01-E1-B1', 'G01-E1'),
      area('小区', 'G01-E1', 'G01'),
      area('网格', 'G01', '', 420, '119.97,31.78;119.98,31.78;119.98,31.79'),
    ]);

  it('come in whatever order, and change nothing the second time', async () => {
    const first = await send('areas', await sheet()).expect(200);
    expect(first.body).toMatchObject({ applied: true, rows: 4, added: 4, changed: 0, unchanged: 0, failed: 0 });
    const unit = await testApp.database.first<{ path: string }>(`SELECT path FROM areas WHERE code = 'G01-E1-B1-U1'`);
    expect(unit?.path).toBe(`${COMMUNITY}/G01/G01-E1/G01-E1-B1/G01-E1-B1-U1`);
    const second = await send('areas', await sheet()).expect(200);
    expect(second.body).toMatchObject({ applied: false, added: 0, changed: 0, unchanged: 4 });
  });

  it('change where the sheet says something new; a blank cell says nothing', async () => {
    await send('areas', await sheet()).expect(200);
    const { body } = await send(
      'areas',
      await xlsx([AREAS, ['320402003012', '网格', 'G01', '桃园网格', '', '', '']]),
    ).expect(200);
    expect(body).toMatchObject({ changed: 1 });
    const grid = await testApp.database.first(
      `SELECT name, households, polygon IS NOT NULL AS drawn, version FROM areas WHERE code = 'G01'`,
    );
    expect(grid).toEqual({ name: '桃园网格', households: 420, drawn: true, version: 2 });
  });

  it('are reported by row, column and reason, all kinds of mistakes at once, and nothing is written', async () => {
    const { body } = await send(
      'areas',
      await xlsx([
        AREAS,
        area('网格', 'G01'),
        area('市', 'G02'),
        area('楼幢', 'G01-B1', 'G09'),
        area('网格', 'G01'),
        area('单元', 'G01-U1', 'G01'),
        area('小区', 'E7', 'G01'),
        ['320402003013', '网格', 'G05', '别人的', '', '', ''],
        ['999999999999', '网格', 'G05', '没有的', '', '', ''],
      ]),
    ).expect(422);
    expect(body).toMatchObject({ code: 'import.rows_wrong', title: '有 7 行需要修改，本次没有导入任何内容' });
    expect(body.result).toMatchObject({ applied: false, rows: 8, failed: 7 });
    expect(body.result.problems).toEqual([
      { row: 3, column: '级别', code: 'choice', message: '只能是：网格、小区、楼幢、单元、微网格' },
      {
        row: 4,
        column: '上级代码',
        code: 'area.not_found',
        message: '没有代码为 G09 的上级区域；它的那一行是否有误？',
      },
      { row: 5, column: null, code: 'repeated', message: '与第 2 行重复' },
      { row: 6, column: '级别', code: 'area.level', message: '网格下面不能直接设单元' },
      { row: 7, column: '代码', code: 'area.code', message: expect.stringContaining('如 G01-01') },
      { row: 8, column: '社区代码', code: 'area.beyond_yours', message: '不在您管理的范围内' },
      { row: 9, column: '社区代码', code: 'area.not_found', message: '没有这个社区，请核对 12 位代码' },
    ]);
    expect(await count('areas', `level = 'grid'`)).toBe(0);
  });

  it('are taken as far as they are good when asked so, or only looked at', async () => {
    const mixed = await xlsx([AREAS, area('网格', 'G01'), area('市', 'G02')]);
    const look = await send('areas', mixed, '?mode=partial&dryRun=true').expect(200);
    expect(look.body).toMatchObject({ dryRun: true, applied: false, added: 1, failed: 1 });
    expect(await count('areas', `level = 'grid'`)).toBe(0);
    const { body } = await send('areas', mixed, '?mode=partial').expect(200);
    expect(body).toMatchObject({ applied: true, added: 1, failed: 1, problems: [{ row: 3 }] });
    expect(await count('areas', `level = 'grid'`)).toBe(1);
  });

  it('do not move by sheet', async () => {
    await send('areas', await sheet()).expect(200);
    const { body } = await send(
      'areas',
      await xlsx([AREAS, area('网格', 'G02'), area('小区', 'G01-E1', 'G01'), area('楼幢', 'G01-E1-B1', 'G01')]),
    ).expect(422);
    expect(body.result.problems).toMatchObject([{ row: 4, code: 'area.elsewhere' }]);
  });
});

describe('units and party organisations', () => {
  it('come from CSV as Excel in China saves it, and are known again by code', async () => {
    const rows = '单位代码,单位名称,类型,区域代码,地址\r\nWY01,安居物业,物业企业,320402003012,桃园路1号\r\n';
    expect((await send('units', gbk(rows)).expect(200)).body).toMatchObject({ added: 1 });
    expect((await send('units', gbk(rows)).expect(200)).body).toMatchObject({ applied: false, unchanged: 1 });
    const renamed = rows.replace('安居物业', '新安居物业').replace('桃园路1号', '');
    expect((await send('units', gbk(renamed)).expect(200)).body).toMatchObject({ changed: 1 });
    expect(await testApp.database.first('SELECT name, address FROM units')).toEqual({
      name: '新安居物业',
      address: '桃园路1号',
    });
  });

  it('hang below each other in one sheet', async () => {
    const headings = ['党组织代码', '党组织名称', '级别', '上级代码', '区域代码'];
    const sheet = csv([
      headings,
      ['ZB1', '第一支部', '党支部', 'DW', '320402003012'],
      ['DW', '社区党委', '党委', '', '320402003012'],
      ['XX', '错', '党委', 'ZB1', '320402003012'],
    ]);
    const { body } = await send('party-organisations', sheet, '?mode=partial').expect(200);
    expect(body).toMatchObject({ added: 2, failed: 1, problems: [{ row: 4, column: '上级代码' }] });
    expect((await send('party-organisations', sheet, '?mode=partial').expect(200)).body).toMatchObject({
      unchanged: 2,
    });
    expect(await testApp.database.first(`SELECT path FROM party_organisations WHERE code = 'ZB1'`)).toEqual({
      path: 'DW/ZB1',
    });
  });

  it('of another community are out of reach', async () => {
    const street = await signInAs(testApp, { posts: [{ role: 'administrator', area: STREET }] });
    const rows = (name: string, place: string) =>
      csv([
        ['单位代码', '单位名称', '类型', '区域代码'],
        ['WY01', name, '物业企业', place],
      ]);
    await send('units', rows('他们的', '320402003013'), '', street).expect(200);
    for (const place of ['320402003013', '320402003012']) {
      const { body } = await send('units', rows('我们的', place)).expect(422);
      expect(body.result.problems).toMatchObject([{ row: 2, code: 'area.beyond_yours' }]);
    }
  });
});

describe('dwellings', () => {
  it('are added to buildings and units once', async () => {
    await ensureArea(testApp, `${COMMUNITY}/G01/G01-B1`);
    const sheet = await xlsx([
      ['区域代码', '房号'],
      ['320402003012/G01-B1', 501],
      ['320402003012/G01-B1', '0502'],
      ['320402003012/G01', '1'],
    ]);
    const { body } = await send('dwellings', sheet, '?mode=partial', worker).expect(200);
    expect(body).toMatchObject({ added: 2, failed: 1, problems: [{ row: 4, code: 'dwelling.no_building' }] });
    expect((await send('dwellings', sheet, '?mode=partial', worker).expect(200)).body).toMatchObject({
      added: 0,
      unchanged: 2,
    });
    const rooms = await testApp.database.rows<{ room: string }>('SELECT room FROM dwellings ORDER BY room');
    expect(rooms.map(({ room }) => room)).toEqual(['0502', '501']);
  });
});

describe('persons', () => {
  const HEADINGS = ['姓名', '手机号', '身份证号', '区域代码', '岗位', '任职类型', '任职处代码', '开始日期', '结束日期'];
  const HERE = '320402003012';
  const person = (name: string, phone: unknown, more: unknown[] = []) => [name, phone, '', HERE, ...more];
  const sheet = (...rows: unknown[][]) => xlsx([HEADINGS, ...rows]);

  it('are registered with their posts, encrypted, and change nothing the second time', async () => {
    const rows = () =>
      sheet(
        person('王小明', '19900000001', ['网格员', '区域', HERE, '2026-01-01']),
        person('王小明', '19900000001', ['党员', '区域', HERE]),
        ['李四', 19900000002, '11010519491231002x', HERE],
      );
    expect((await send('persons', await rows()).expect(200)).body).toMatchObject({ added: 3 });
    expect(await count('persons', `name IN ('王小明', '李四')`)).toBe(2);
    expect(await count('persons', `phone_sealed LIKE '%19900000001%' OR phone_lookup LIKE '%19900000001%'`)).toBe(0);
    const posts = await testApp.database.rows(
      `SELECT o.name, o.valid_from FROM posts o JOIN persons p ON p.id = o.person_id WHERE p.name = '王小明' AND role = 'grid_worker'`,
    );
    expect(posts).toEqual([{ name: '320402003012网格员', valid_from: new Date('2026-01-01T00:00:00+08:00') }]);
    expect((await send('persons', await rows()).expect(200)).body).toMatchObject({
      applied: false,
      added: 0,
      unchanged: 3,
    });
  });

  it('have the right with their very next request', async () => {
    await send('persons', await sheet(person('赵六', '19900000006'))).expect(200);
    const row = await testApp.database.first<{ id: string }>(`SELECT id FROM persons WHERE name = '赵六'`);
    const { accessToken } = await testApp.app.get(SessionsService).start(320400, row?.id ?? '', 'demo');
    const posts = () =>
      testApp
        .http()
        .get('/api/posts')
        .set({ authorization: `Bearer ${accessToken}` });
    await posts().expect(403);
    await send('persons', await sheet(person('赵六', '19900000006', ['派单员', '区域', HERE]))).expect(200);
    await posts().expect(200);
  });

  it('are written with their posts or not at all', async () => {
    const { body } = await send(
      'persons',
      await sheet(
        person('甲', '19900000011', ['管理员', '区域', '320402003013']),
        person('乙', '19900000012', ['单位联络人', '区域', HERE]),
        person('丙', '19900000013', ['派单员', '单位', 'NIRGENDS']),
        person('丁', '19900000014', ['派单员', '', '']),
        person('戊', '19900000015', ['派单员', '区域', HERE, '2026-02-01', '2026-01-01']),
        person('己', '19900000016'),
      ),
      '?mode=partial',
    ).expect(200);
    expect(body.problems.map(({ row, code }: { row: number; code: string }) => `${row} ${code}`)).toEqual([
      '2 post.beyond_area',
      '3 post.needs_unit',
      '4 post.scope_not_found',
      '5 post.incomplete',
      '6 post.period',
    ]);
    expect(await count('persons', `name IN ('甲', '乙', '丙', '丁', '戊')`)).toBe(0);
    expect(await count('persons', `name = '己'`)).toBe(1);
  });

  it('cannot take over an existing entry', async () => {
    await send('persons', await sheet(['王小明', '19900000001', '11010519491231002X', HERE])).expect(200);
    const { body } = await send(
      'persons',
      await sheet(
        person('王大明', '19900000001'),
        ['赵六', '19900000009', '11010519491231002X', HERE],
        ['王小明', '19900000009', '11010519491231002X', HERE],
        person('王*明', '19900000008'),
      ),
    ).expect(422);
    expect(body.result.problems).toMatchObject([
      { row: 2, column: '手机号', message: expect.stringContaining('王*明') },
      { row: 3, column: '身份证号', code: 'person.id_number_taken' },
      { row: 4, column: '手机号' },
      { row: 5, column: '姓名', code: 'masked' },
    ]);
  });

  it('let a grid worker register people but appoint nobody, and each look-up of a known person is recorded', async () => {
    expect(
      (await send('persons', await sheet(person('钱七', '19900000007')), '', worker).expect(200)).body,
    ).toMatchObject({ added: 1 });
    const { body } = await send(
      'persons',
      await sheet(person('钱七', '19900000007', ['派单员', '区域', HERE])),
      '',
      worker,
    ).expect(422);
    expect(body.result.problems).toMatchObject([{ row: 2, column: '岗位', code: 'post.not_allowed' }]);
    await send('persons', await sheet(person('钱七', '19900000007')), '', worker).expect(200);
    const looks = `purpose = '表格导入核对' AND person_id = (SELECT id FROM persons WHERE name = '钱七')`;
    expect(await count('personal_data_looks', looks)).toBe(2);
  });
});

describe('the way in', () => {
  it.each([
    ['a grid worker with areas', 403, () => send('areas', csv([AREAS]), '', worker)],
    ['an unknown kind', 404, () => send('planets', csv([AREAS]))],
    ['an unknown mode', 400, () => send('areas', csv([AREAS]), '?mode=some')],
    [
      'a request without a file',
      400,
      () => testApp.http().post('/api/imports/areas').set(admin.headers).field('a', 'b'),
    ],
    ['JSON', 415, () => testApp.http().post('/api/imports/areas').set(admin.headers).send({})],
    ['a file above 20 MB', 413, () => send('areas', Buffer.alloc(20 * 1024 * 1024 + 1, 'a'))],
    ['a picture', 422, () => send('areas', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'))],
    ['a text that is no table', 422, () => send('areas', Buffer.from('hello'))],
  ])('is closed to %s', async (_, status, request) => {
    await request().expect(status);
  });

  it('is closed to people without a post', async () => {
    await send('persons', csv([['姓名']]), '', await signInAs(testApp)).expect(403);
  });

  it('offers a template for each kind that the import reads back, its example skipped', async () => {
    const { body } = await testApp.http().get('/api/imports').set(admin.headers).expect(200);
    expect(body.items.map(({ code }: { code: string }) => code)).toEqual([
      'areas',
      'party-organisations',
      'units',
      'dwellings',
      'persons',
      'calendar-days',
      'duty-shifts',
    ]);
    for (const { code, columns } of body.items) {
      const answer = await testApp
        .http()
        .get(`/api/imports/${code}/template`)
        .set(admin.headers)
        .buffer()
        .parse((response, done) => {
          const chunks: Buffer[] = [];
          response.on('data', (chunk: Buffer) => chunks.push(chunk)).on('end', () => done(null, Buffer.concat(chunks)));
        });
      expect(answer.headers['content-disposition']).toContain(`${code}.xlsx`);
      const workbook = new ExcelJS.Workbook();
      await workbook.xlsx.load(answer.body);
      const [sheet, notes] = workbook.worksheets;
      expect(sheet?.getRow(1).values).toHaveLength(columns.length + 1);
      expect(notes?.rowCount).toBeGreaterThan(columns.length);
      expect((await send(code, answer.body).expect(422)).body.code).toBe('import.empty');
    }
  });
});

it('does not hold up the process for ten thousand rows', async () => {
  const rows = Array.from({ length: 10_000 }, (_, n) => area('网格', `G${n}`, '', 400));
  const file = await xlsx([AREAS, ...rows]);
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  const began = performance.now();
  const { body } = await send('areas', file).expect(200);
  const seconds = (performance.now() - began) / 1000;
  delay.disable();
  expect(body).toMatchObject({ added: 10_000 });
  const ms = (nanoseconds: number): number => Math.round(nanoseconds / 1e6);
  process.stdout.write(
    `10,000 rows of XLSX in ${seconds.toFixed(1)} s; event loop late: p50 ${ms(delay.percentile(50))}, p99 ${ms(delay.percentile(99))}, most ${ms(delay.max)} ms\n`,
  );
  // Relative to how slow the machine is: read on the main thread, the sheet would hold it up for a third of the time.
  expect(ms(delay.max)).toBeLessThan(Math.max(500, seconds * 100));
}, 120_000);
