import { COMMUNITY, GRID, NOW, person, post, STREET, SYSTEM } from '../testing/people.js';
import { activePosts, reaches, rolesOver } from './actor.js';
import { communityOf, covers } from './area-path.js';

describe('posts', () => {
  it('count from their first instant to just before their last', () => {
    const shift = post('duty_officer', COMMUNITY, { from: NOW, to: new Date('2026-11-23T08:00:00+08:00') });
    const officer = person('p1', shift);
    expect(activePosts(officer, new Date(NOW.getTime() - 1))).toEqual([]);
    expect(activePosts(officer, NOW)).toEqual([shift]);
    expect(activePosts(officer, new Date('2026-11-23T08:00:00+08:00'))).toEqual([]);
  });

  it('give roles over their own area and everything below, never beside or above', () => {
    const worker = person('p1', post('grid_worker', GRID), post('supervisor', STREET));
    expect([...rolesOver(worker, `${GRID}/G01-B01`, NOW)]).toEqual(['grid_worker', 'supervisor']);
    expect([...rolesOver(worker, COMMUNITY, NOW)]).toEqual(['supervisor']);
    expect([...rolesOver(worker, '320400', NOW)]).toEqual([]);
    expect([...rolesOver(SYSTEM, GRID, NOW)]).toEqual([]);
  });

  it('do not reach an area whose code merely begins alike', () => {
    expect(covers(`${COMMUNITY}/G1`, `${COMMUNITY}/G10`)).toBe(false);
    expect(covers(GRID, GRID)).toBe(true);
  });
});

describe('a helper', () => {
  it('reaches the whole community from any of its grids, and nothing beyond', () => {
    const member = post('party_member', `${COMMUNITY}/G02`);
    expect(reaches(member, GRID)).toBe(true);
    expect(reaches(member, '320400/320402/320402003/320402003013/G01')).toBe(false);
    expect(reaches(member, STREET)).toBe(false);
    expect(reaches(post('cadre', '320400'), GRID)).toBe(true);
  });
});

it('finds the community of a path, where there is one', () => {
  expect(communityOf(`${GRID}/G01-E02`)).toBe(COMMUNITY);
  expect(communityOf(STREET)).toBeNull();
});
