import type { Actor } from './actor.js';
import { postToCommand, postToCorrect, postToKnow, postOver } from './person-rights.js';
import type { Role } from './role.js';

const NOW = new Date('2026-11-22T10:00:00+08:00');
const CITY = '320400';
const COMMUNITY = '320400/320402/320402003/320402003012';
const GRID = `${COMMUNITY}/G01`;
const OTHER = '320400/320402/320402003/320402003013';

const holding = (...posts: readonly [Role, string][]): Actor => ({
  type: 'person',
  personId: 'p',
  posts: posts.map(([role, areaPath]) => ({
    id: `${role}@${areaPath}`,
    role,
    name: role,
    scope: { type: 'area', areaId: 'a', areaPath },
    from: new Date('2026-01-01T00:00:00+08:00'),
    to: role === 'secretary' ? NOW : null,
  })),
});
const resident = { areas: [GRID], posts: [] };

describe('knowing a person', () => {
  it('takes a post that covers a place of theirs', () => {
    expect(postToKnow(holding(['grid_worker', GRID]), resident, NOW)?.id).toBe(`grid_worker@${GRID}`);
    expect(postToKnow(holding(['duty_officer', COMMUNITY]), resident, NOW)).not.toBeNull();
    expect(postToKnow(holding(['grid_worker', `${COMMUNITY}/G02`]), resident, NOW)).toBeNull();
    expect(postToKnow(holding(['administrator', OTHER]), resident, NOW)).toBeNull();
  });

  it('is no part of a helper’s post, nor of one that has ended', () => {
    expect(postToKnow(holding(['party_member', COMMUNITY], ['cadre', CITY]), resident, NOW)).toBeNull();
    expect(postToKnow(holding(['secretary', COMMUNITY]), resident, NOW)).toBeNull();
  });
});

describe('correcting an entry', () => {
  it('is the registrars’ where nobody’s rights hang on it', () => {
    expect(postToCorrect(holding(['grid_worker', GRID]), resident, NOW)).not.toBeNull();
    expect(postToCorrect(holding(['duty_officer', GRID]), resident, NOW)).toBeNull();
  });

  it('is an administrator’s over all of the posts of whoever holds any', () => {
    const official = { areas: [GRID], posts: [GRID, CITY] };
    expect(postToCorrect(holding(['grid_worker', GRID]), official, NOW)).toBeNull();
    expect(postToCorrect(holding(['administrator', COMMUNITY]), official, NOW)).toBeNull();
    expect(postToCorrect(holding(['administrator', CITY]), official, NOW)).not.toBeNull();
  });
});

describe('commanding an account', () => {
  it('needs an administrator, also over a resident without posts', () => {
    expect(postToCommand(holding(['grid_worker', GRID]), resident, NOW)).toBeNull();
    expect(postToCommand(holding(['administrator', COMMUNITY]), resident, NOW)).not.toBeNull();
  });

  it('reaches nobody who belongs nowhere', () => {
    expect(postToCommand(holding(['administrator', CITY]), { areas: [], posts: [] }, NOW)).toBeNull();
  });
});

it('does not let a system act as a post', () => {
  expect(postOver({ type: 'system', name: 'sweep' }, ['administrator'], GRID, NOW)).toBeNull();
});
