import { rolesOver } from '@linshao/domain';
import type { Caller } from '../platform/auth/caller.js';
import { Problem } from '../platform/http/problem.js';

/** A city has one calendar: who administers a part of it has no say in the days of the others. */
export const administersCity = ({ actor, cityId }: Caller, now: Date): boolean =>
  rolesOver(actor, String(cityId), now).has('administrator');

/** @throws Problem 403 */
export function requireCityAdministrator(caller: Caller, now: Date): void {
  if (administersCity(caller, now)) return;
  throw new Problem(403, 'area.beyond_yours', '工作日历由市级管理员维护，请联系上级管理员');
}
