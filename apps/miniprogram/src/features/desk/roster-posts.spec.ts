import type { Role } from '@linshao/domain';
import { isDutyStaff, mayKeep } from './roster-posts.js';

const STREET = '320400/320402/320402003';
const HERE = `${STREET}/320402003012`;
const post = (role: Role, areaPath = HERE) => ({ role, areaPath });

it.each([
  ['dispatcher', HERE, true, true],
  ['secretary', HERE, true, true],
  ['supervisor', STREET, true, true],
  ['dispatcher', `${STREET}/320402003013`, true, false],
  ['duty_officer', HERE, true, false],
  ['party_member', HERE, false, false],
  ['grid_worker', HERE, false, false],
] as const)('a %s of %s', (role, areaPath, staff, keeper) => {
  expect([isDutyStaff([post(role, areaPath)]), mayKeep([post(role, areaPath)], HERE)]).toEqual([staff, keeper]);
});

it('any of several posts will do, none is none', () => {
  expect(mayKeep([post('party_member'), post('secretary')], HERE)).toBe(true);
  expect([isDutyStaff([]), mayKeep([], HERE)]).toEqual([false, false]);
});
