import fc from 'fast-check';
import { type Incumbency, mayName, nearestOffice, presentHolders, standInName } from './office.js';

const post = (personId: string, standInId: string | null = null): Incumbency => ({ personId, standInId });

describe('presentHolders', () => {
  it.each<[string, Incumbency[], string[]]>([
    ['nobody in an empty office', [], []],
    ['the holder', [post('a')], ['a']],
    ['every holder', [post('a'), post('b')], ['a', 'b']],
    ['the substitute of one who is away', [post('a', 'b'), post('b')], ['b']],
    ['the substitute once, who holds the office as well', [post('a', 'b'), post('c', 'b'), post('b')], ['b']],
    ['the substitute of a substitute', [post('a', 'b'), post('b', 'c'), post('c')], ['c']],
    ['nobody of two who stand in for each other', [post('a', 'b'), post('b', 'a')], []],
    [
      'nobody of a ring and whoever leads into it',
      [post('x', 'a'), post('a', 'b'), post('b', 'c'), post('c', 'a')],
      [],
    ],
    ['whoever stands beside a ring', [post('a', 'b'), post('b', 'a'), post('c')], ['c']],
    ['the holder whose substitute no longer holds the office', [post('a', 'gone')], ['a']],
    ['the holder who names themself', [post('a', 'a')], ['a']],
    ['the substitute of one with two posts in it', [post('a'), post('a', 'b'), post('b')], ['b']],
  ])('finds %s', (_, office, expected) => {
    expect(presentHolders(office).sort()).toEqual(expected);
  });

  it('never names anybody who is away, and somebody unless everybody runs into a ring', () => {
    const people = ['a', 'b', 'c', 'd', 'e'];
    const office = fc
      .uniqueArray(fc.constantFrom(...people), { minLength: 1 })
      .chain((holders) =>
        fc.tuple(...holders.map((holder) => fc.option(fc.constantFrom(...holders)).map((by) => post(holder, by)))),
      );
    fc.assert(
      fc.property(office, (incumbencies) => {
        const away = incumbencies.filter(({ personId, standInId }) => standInId !== null && standInId !== personId);
        const present = presentHolders(incumbencies);
        expect(present.filter((person) => away.some(({ personId }) => personId === person))).toEqual([]);
        expect(present.length === 0).toBe(away.length === incumbencies.length);
      }),
    );
  });
});

describe('nearestOffice', () => {
  const COMMUNITY = '320400/320402/320402003';
  const at =
    (offices: Record<string, Incumbency[]>) =>
    (path: string): Incumbency[] =>
      offices[path] ?? [];

  it.each<[string, Record<string, Incumbency[]>, string[], string, boolean]>([
    ['the holder in the area', { [COMMUNITY]: [post('a')], '320400': [post('z')] }, ['a'], COMMUNITY, false],
    [
      'the area above when nobody holds it',
      { '320400/320402': [post('b')], '320400': [post('z')] },
      ['b'],
      '320400/320402',
      true,
    ],
    [
      'the area above a ring',
      { [COMMUNITY]: [post('a', 'b'), post('b', 'a')], '320400': [post('z')] },
      ['z'],
      '320400',
      true,
    ],
    ['nobody at all', { '320500': [post('q')] }, [], COMMUNITY, true],
  ])('finds %s', (_, offices, personIds, areaPath, vacant) => {
    expect(nearestOffice(COMMUNITY, at(offices))).toEqual({ personIds, areaPath, vacant });
  });
});

describe('a substitute', () => {
  it('is known by the name of the post, however many stand in for each other', () => {
    expect(standInName('富强新村社区书记')).toBe('富强新村社区书记（代）');
    expect(standInName(standInName('富强新村社区书记'))).toBe('富强新村社区书记（代）');
  });

  it('is somebody else', () => {
    expect(mayName('a', 'a')).toMatchObject({ ok: false, code: 'post.own_substitute' });
    expect(mayName('b', 'a').ok).toBe(true);
  });
});
