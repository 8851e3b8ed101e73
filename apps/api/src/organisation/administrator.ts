import { type AreaPath, rolesOver } from '@linshao/domain';
import type { Caller } from '../platform/auth/caller.js';
import { Problem } from '../platform/http/problem.js';

/** Whether the caller is an administrator 管理员 of an area that holds this one. */
export const administers = ({ actor }: Caller, areaPath: AreaPath, now: Date): boolean =>
  rolesOver(actor, areaPath, now).has('administrator');

/** @throws Problem 403 unless the caller administers the area. */
export function requireAdministrator(caller: Caller, areaPath: AreaPath, now: Date): void {
  if (administers(caller, areaPath, now)) return;
  throw new Problem(403, 'area.beyond_yours', '这里不在您管理的范围内，请联系上级管理员');
}
