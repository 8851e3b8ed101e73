import { ownCommunity, postInUse } from './own-community.js';

type Me = Parameters<typeof postInUse>[0] & Parameters<typeof ownCommunity>[0];

const COMMUNITY = '320000/320400/320402/320402001/320402001001';
const GRID = `${COMMUNITY}/G03`;
const home = (state: string, areaPath: string) => ({ state, areaPath }) as Me['homes'][number];
const post = (id: string, areaPath: string) => ({ id, areaPath }) as Me['posts'][number];
const area = (path: string) => ({ path }) as Me['areas'][number];

it('is worked by the chosen post while it is held, else by the first', () => {
  const posts = [post('a', GRID), post('b', GRID)];
  expect(postInUse({ posts }, 'b')?.id).toBe('b');
  expect(postInUse({ posts }, 'gone')?.id).toBe('a');
  expect(postInUse({ posts: [] }, 'b')).toBeNull();
});

it.each([
  [[home('confirmed', GRID)], post('a', 'elsewhere'), [], COMMUNITY],
  [[home('claimed', 'elsewhere')], post('a', GRID), [], COMMUNITY],
  [[], null, [area(COMMUNITY)], COMMUNITY],
  [[], post('a', '320000/320400'), [], '320000/320400'],
  [[], null, [], null],
])('belongs to the community of the home, of the post, of the area', (homes, held, areas, path) => {
  expect(ownCommunity({ homes, areas }, held)).toBe(path);
});
