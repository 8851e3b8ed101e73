import { AREA_LEVEL_CODES } from '../organisation/area-level.js';
import { COMMUNITY, GRID, STREET } from '../testing/people.js';
import { hasWall, postAt, responsibleFor, wallPlace, WALL_PROMISES } from './wall.js';

describe('a supervision wall', () => {
  it('names no place below the community', () => {
    expect([`${GRID}/G01-B03`, GRID, COMMUNITY, STREET].map(wallPlace)).toEqual([
      COMMUNITY,
      COMMUNITY,
      COMMUNITY,
      STREET,
    ]);
  });

  it('is a community’s or a sub-district’s', () => {
    expect(AREA_LEVEL_CODES.filter(hasWall)).toEqual(['subdistrict', 'community']);
  });

  it('says the place and the post as people do', () => {
    expect(postAt('富强新村社区', '社区书记')).toBe('富强新村社区书记');
    expect(postAt('茶山街道', '街道督办')).toBe('茶山街道督办');
    expect(postAt('富强新村社区居委会', '派单员')).toBe('富强新村社区居委会派单员');
    expect(postAt('', '行业主管')).toBe('行业主管');
  });

  it('names for each promise a post or a unit, never a person', () => {
    const table = WALL_PROMISES.map((kind) => [
      responsibleFor({ kind, assignment: null, unitName: null, claimed: false }).post,
      responsibleFor({ kind, assignment: 'pool', unitName: null, claimed: true }).post,
      responsibleFor({ kind, assignment: 'person', unitName: null, claimed: false }).post,
      responsibleFor({ kind, assignment: 'unit', unitName: '富强物业', claimed: true }).post,
    ]);
    expect(table).toEqual([
      ['值班员', '值班员', '值班员', '值班员'],
      ['派单员', '派单员', '派单员', '派单员'],
      ['派单员', '承办党员', '派单员', '富强物业'],
      ['派单员', '承办党员', '派单员', '富强物业'],
      ['派单员', '承办党员', '派单员', '富强物业'],
    ]);
  });
});
