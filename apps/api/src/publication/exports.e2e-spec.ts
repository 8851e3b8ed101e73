import { setTimeout as pause } from 'node:timers/promises';
import ExcelJS from 'exceljs';
import { v7 as uuidv7 } from 'uuid';
import { ListOrdersService } from '../orders/list-orders.service.js';
import { OTHER_COMMUNITY } from '../orders/testing/order-world.js';
import { type BoardWorld, createBoardWorld, TO_PUBLISHED } from './testing/board-world.js';

let world: BoardWorld;
beforeAll(async () => {
  world = await createBoardWorld();
});
afterAll(() => world.test.close());

const get = (path: string, by = world.dispatcher) =>
  world.test
    .http()
    .get(`/api/exports/${path}`)
    .set(by.headers)
    .buffer(true)
    .parse((response, done) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => done(null, Buffer.concat(chunks)));
    });
const csv = async (query = '') => {
  const { status, body } = await get(`orders.csv${query}`);
  expect(status).toBe(200);
  return (body as Buffer).toString('utf8');
};
const problem = (body: unknown) => JSON.parse((body as Buffer).toString('utf8')) as { code: string; total?: number };
const log = () =>
  world.test.database.rows<{ format: string; rows: number | null; filters: object; person_id: string }>(
    'SELECT format, rows, filters, person_id FROM order_exports ORDER BY id DESC LIMIT 1',
  );

describe('an export', () => {
  it('holds every order of the list, with names and doors masked', async () => {
    const { number } = await world.make(
      { title: '王秀英家漏水，电话13812345678', description: '3幢门口', address: '富强新村3幢2单元501室' },
      [...TO_PUBLISHED, ['resident', 'rate', { solved: true, stars: 4 }]],
    );
    await world.make({ title: '匿名的事', anonymous: true });
    const [header, ...rows] = (await csv()).trimEnd().split('\r\n');
    expect(header).toBe(
      '\ufeff编号,类型,类别,状态,标题,区域,地址,反映人,承办,提交时间,首次回复,受理时间,办理完成,晒单时间,办结时间,居民认可解决,星级,催办次数,重办次数,超时',
    );
    const row = rows.find((line) => line.startsWith(number))?.split(',');
    expect(row?.slice(1, 9)).toEqual([
      '问题',
      '停车',
      '已评价',
      '〔姓名已隐去〕家漏水，电话〔电话已隐去〕',
      '320402003012',
      '富强新村***',
      '王*英',
      '陈*员',
    ]);
    expect(row?.slice(15, 17)).toEqual(['是', '4']);
    expect(row?.[9]).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d$/);
    expect(rows.find((line) => line.includes('匿名的事'))).toContain(',匿名,');
    expect(rows.join()).not.toMatch(/王秀英|13812345678|501/);
  });

  it('is the same table as XLSX', async () => {
    const { headers, body } = await get('orders.xlsx');
    expect(headers['content-disposition']).toBe('attachment; filename="orders.xlsx"');
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(body as never);
    const sheet = book.worksheets[0];
    const lines = (await csv()).trimEnd().split('\r\n');
    expect(sheet?.rowCount).toBe(lines.length);
    expect(sheet?.getRow(1).getCell(1).value).toBe('编号');
    expect(sheet?.getRow(2).getCell(1).value).toBe(lines[1]?.split(',')[0]);
  });

  it.each(['=1+1', '+86', '-2', '@SUM(A1)', '＝cmd'])('cannot carry the formula %s', async (title) => {
    await world.make({ title: `${title}的事` });
    expect(await csv(`?q=${encodeURIComponent(title)}`)).toContain(`,'${title}的事,`);
    const book = new ExcelJS.Workbook();
    await book.xlsx.load((await get(`orders.xlsx?q=${encodeURIComponent(title)}`)).body as never);
    const cell = book.worksheets[0]?.getRow(2).getCell(5);
    expect([cell?.type, cell?.value]).toEqual([ExcelJS.ValueType.String, `${title}的事`]);
  });

  it('follows the filters and the sight of the list', async () => {
    const other = await world.withPost('dispatcher', OTHER_COMMUNITY, '冯派单');
    const { number } = await world.create(world.resident, { title: '隔壁的事', area: '320402003013' });
    expect(((await get('orders.csv', other)).body as Buffer).toString()).toContain(number);
    expect(await csv()).not.toContain(number);
    const published = await csv('?status=rated');
    expect(published.trimEnd().split('\r\n')).toHaveLength(2);
  });

  it('is on record with who, what and how much', async () => {
    await csv('?status=rated&kind=problem');
    expect(await log()).toEqual([
      {
        format: 'csv',
        rows: 1,
        filters: { status: ['rated'], kind: ['problem'] },
        person_id: world.dispatcher.personId,
      },
    ]);
  });

  it('reads more than one batch, each order once', async () => {
    await world.test.database.rows(
      `INSERT INTO orders (city_id, id, number, kind, category, state, version, title, description, area_path, community_code, reporter_id, created_by_id, anonymous, confidential, submitted_at)
       SELECT city_id, uuidv7(), 'x-' || g, kind, category, state, 1, title, '', area_path, community_code, reporter_id, created_by_id, false, false, submitted_at
         FROM (SELECT * FROM orders WHERE community_code = '320402003012' LIMIT 1) o, generate_series(1, 450) g`,
    );
    const lines = (await csv()).trimEnd().split('\r\n');
    const numbers = lines.slice(1).map((line) => line.split(',')[0]);
    expect(numbers.filter((number) => number?.startsWith('x-'))).toHaveLength(450);
    expect(new Set(numbers).size).toBe(numbers.length);
  });

  it('of more rows than a table may have is refused before it begins', async () => {
    const lists = world.test.app.get(ListOrdersService);
    const counts = jest.spyOn(lists, 'counts').mockResolvedValue({ byState: {}, total: 100_001, overdue: 0 });
    const { status, body } = await get('orders.xlsx');
    counts.mockRestore();
    expect([status, problem(body)]).toEqual([
      422,
      expect.objectContaining({ code: 'export.too_many', total: 100_001 }),
    ]);
  });

  it('waits for its turn while two others run, and the turn comes back whatever happens to them', async () => {
    const lists = world.test.app.get(ListOrdersService);
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    const list = lists.list.bind(lists);
    const slow = jest.spyOn(lists, 'list').mockImplementation(async (...args) => {
      await held;
      return list(...args);
    });
    const running = [get('orders.csv').then((a) => a.status), get('orders.xlsx').then((a) => a.status)];
    while (slow.mock.calls.length < running.length) await pause(10);
    const { status, headers, body } = await get('orders.csv');
    expect([status, problem(body).code, headers['retry-after']]).toEqual([429, 'export.busy', '20']);
    release();
    expect(await Promise.all(running)).toEqual([200, 200]);
    slow.mockReset().mockRejectedValue(new Error('database gone'));
    for (let i = 0; i < 3; i += 1) await get('orders.csv').catch(() => undefined);
    for (let i = 0; i < 3; i += 1) await get('orders.xlsx').catch(() => undefined);
    slow.mockRestore();
    await csv();
    expect(await log()).toMatchObject([{ format: 'csv', rows: expect.any(Number) }]);
  });

  it('is for those who answer for an area', async () => {
    for (const who of [world.resident, world.member, world.duty])
      expect((await get('orders.csv', who)).status).toBe(403);
    expect((await world.test.http().get('/api/exports/orders.xlsx')).status).toBe(401);
    expect((await get(`orders.csv?assignee=${uuidv7()}&colour=red`)).status).toBe(400);
    expect((await get('orders.pdf')).status).toBe(404);
  });
});
