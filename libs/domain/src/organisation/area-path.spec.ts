import fc from 'fast-check';
import { covers } from '../identity/area-path.js';
import { AREA_LEVEL_CODES, AREA_LEVELS, isAreaLevel, mayContain } from './area-level.js';
import { ancestorsOf, areaPath, cityIdOf, codeOf, isAreaCode } from './area-path.js';

const grid = '320400/320402/320402003/320402003012/G01';
const code = fc.stringMatching(/^[A-Z0-9]{1,6}$/);
const path = fc.array(code, { minLength: 1, maxLength: 9 });

describe('area levels', () => {
  it('lead from the city down to every level', () => {
    const reached = new Set(['city']);
    for (const level of AREA_LEVEL_CODES)
      if (reached.has(level)) AREA_LEVELS[level].contains.forEach((l) => reached.add(l));
    expect([...reached]).toEqual(expect.arrayContaining([...AREA_LEVEL_CODES]));
  });

  it('never hang a level below itself or below a finer one', () => {
    for (const [depth, level] of AREA_LEVEL_CODES.entries()) {
      for (const child of AREA_LEVELS[level].contains) expect(AREA_LEVEL_CODES.indexOf(child)).toBeGreaterThan(depth);
    }
  });

  it('allow a city without districts, and no community directly below a district', () => {
    expect(mayContain('city', 'subdistrict')).toBe(true);
    expect(mayContain('district', 'community')).toBe(false);
    expect(isAreaLevel('province')).toBe(false);
  });
});

describe('area paths', () => {
  it('name what is above, the city first', () => {
    expect(ancestorsOf(grid)).toEqual([
      '320400',
      '320400/320402',
      '320400/320402/320402003',
      '320400/320402/320402003/320402003012',
    ]);
    expect(ancestorsOf('320400')).toEqual([]);
    expect(codeOf(grid)).toBe('G01');
    expect(cityIdOf(grid)).toBe(320400);
  });

  it('are covered by each of their ancestors and by nothing that is not one', () => {
    fc.assert(
      fc.property(path, path, (a, b) => {
        const whole = a.reduce<string | null>((above, each) => areaPath(above, each), null) ?? '';
        const other = b.join('/');
        expect(ancestorsOf(whole).every((above) => covers(above, whole))).toBe(true);
        expect(covers(other, whole)).toBe(whole === other || ancestorsOf(whole).includes(other));
      }),
    );
  });
});

describe('isAreaCode', () => {
  it.each([
    ['city', '320400', null],
    ['district', '320402', '320400'],
    ['district', '500229', '500000'],
    ['subdistrict', '320402003', '320402'],
    ['subdistrict', '441900003', '441900'],
    ['subdistrict', '620201001', '620200'],
    ['subdistrict', '429004001', '429004'],
    ['community', '320402003012', '320402003'],
    ['grid', 'G01', '320402003012'],
    ['estate', 'G01-E02', 'G01'],
    ['unit', 'G01-E02-B03-U1', 'G01-E02-B03'],
  ] as const)('accepts the %s %s below %s', (level, own, parent) => {
    expect(isAreaCode(level, own, parent)).toBe(true);
  });

  it.each([
    ['city', '3204', null],
    ['city', '320400', '320000'],
    ['district', '320502', '320400'],
    ['district', '320400', '320400'],
    ['subdistrict', '320404003', '320402'],
    ['subdistrict', '320402003', null],
    ['community', '320402004012', '320402003'],
    ['grid', 'G01/X', '320402003012'],
    ['grid', 'G01-1', '320402003012'],
    ['grid', '', '320402003012'],
    ['estate', 'E02', 'G01'],
    ['estate', 'G010', 'G01'],
    ['building', `G01-${'9'.repeat(40)}`, 'G01'],
  ] as const)('refuses the %s %s below %s', (level, own, parent) => {
    expect(isAreaCode(level, own, parent)).toBe(false);
  });
});
