import { activePosts, communityOf, helpingAreas, type Post, type Role } from '@linshao/domain';
import type { Caller } from '../platform/auth/caller.js';
import type { OrderFilters } from './order-list.query.js';

/** Collects values and hands out their placeholders. */
export class Values {
  readonly all: unknown[] = [];

  add(value: unknown): string {
    this.all.push(value);
    return `$${this.all.length}`;
  }
}

/** A part of what a caller may see: one condition that one index answers. */
export interface Branch {
  readonly where: string;
  /** Only the redacted copy may be shown, and only titles searched. */
  readonly limited?: boolean;
}

const OFFICES: ReadonlySet<Role> = new Set<Role>([
  'grid_worker',
  'duty_officer',
  'dispatcher',
  'secretary',
  'supervisor',
  'regulator',
]);
const SEES_CONFIDENTIAL: ReadonlySet<Role> = new Set<Role>(['dispatcher', 'secretary', 'supervisor']);
const HELPERS: ReadonlySet<Role> = new Set<Role>(['party_member', 'cadre']);
const UNIT_ROLES: ReadonlySet<Role> = new Set<Role>(['unit_responder', 'provider']);

/** Conditions for an area's orders, on the index that fits its level. */
export function inArea(path: string, values: Values): string {
  const codes = path.split('/');
  const last = codes.at(-1) ?? '';
  const community = codes.find((code) => /^\d{12}$/.test(code));
  if (community === last) return `community_code = ${values.add(community)}`;
  if (/^\d{9}$/.test(last)) return `subdistrict_code = ${values.add(last)}`;
  const below = values.add(path);
  const range = `(area_path = ${below} OR (area_path > ${below} || '/' AND area_path < ${below} || '0'))`;
  return community ? `community_code = ${values.add(community)} AND ${range}` : range;
}

/**
 * What the caller may see in lists, as branches whose union is the answer: an office sees its areas; everybody else
 * their own matters and what they may claim. Mirrors `visibility` of the domain, which judges each single order.
 */
export function branchesOf(caller: Caller, filters: OrderFilters, now: Date, values: Values): readonly Branch[] {
  const posts = activePosts(caller.actor, now);
  if (filters.mine) return personal(caller, now, values);
  if (filters.pool) return pool(posts, values);
  const offices = officeAreas(posts).map(({ path, confidential }) => ({
    where: `${inArea(path, values)}${confidential ? '' : ' AND NOT confidential'}`,
  }));
  return offices.length > 0
    ? offices
    : [...personal(caller, now, values), ...ofUnits(posts, values), ...pool(posts, values)];
}

/** The areas of a caller's offices, without those inside another one. */
function officeAreas(posts: readonly Post[]): readonly { path: string; confidential: boolean }[] {
  const areas = new Map<string, boolean>();
  for (const { role, scope } of posts) {
    if (!OFFICES.has(role)) continue;
    areas.set(scope.areaPath, (areas.get(scope.areaPath) ?? false) || SEES_CONFIDENTIAL.has(role));
  }
  const all = [...areas].map(([path, confidential]) => ({ path, confidential }));
  return all.filter(
    ({ path, confidential }) => !all.some((o) => path.startsWith(`${o.path}/`) && (o.confidential || !confidential)),
  );
}

function personal(caller: Caller, now: Date, values: Values): Branch[] {
  const me = values.add(caller.personId);
  const helps = helpingAreas(caller.actor, now).map((path) => `(${inArea(path, values)})`);
  return [
    { where: `reporter_id = ${me} AND parent_id IS NULL` },
    ...(helps.length > 0
      ? [{ where: `created_by_id = ${me} AND created_by_id <> reporter_id AND (${helps.join(' OR ')})` }]
      : []),
    { where: `assignee_id = ${me}` },
    { where: `assignment_id = ${me} AND assignment_type = 'person'` },
    {
      where: `id IN (SELECT order_id FROM order_followers f WHERE f.city_id = $1 AND f.person_id = ${me}) AND reporter_id <> ${me}`,
      limited: true,
    },
  ];
}

function ofUnits(posts: readonly Post[], values: Values): Branch[] {
  const units = posts.flatMap(({ role, scope }) =>
    UNIT_ROLES.has(role) && scope.type === 'unit' ? [scope.unitId] : [],
  );
  return [...new Set(units)].map((unit) => ({
    where: `assignment_id = ${values.add(unit)} AND assignment_type = 'unit'`,
  }));
}

function pool(posts: readonly Post[], values: Values): Branch[] {
  const areas = posts
    .filter(({ role }) => HELPERS.has(role))
    .map(({ scope }) => communityOf(scope.areaPath) ?? scope.areaPath);
  return [...new Set(areas)].map((path) => ({
    where: `${inArea(path, values)} AND state = 'dispatched' AND assignment_type = 'pool' AND NOT confidential`,
    limited: true,
  }));
}
