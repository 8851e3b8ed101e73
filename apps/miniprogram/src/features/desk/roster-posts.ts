import { covers, DUTY_STAFF, ROSTER_KEEPERS, type Role } from '@linshao/domain';

interface Post {
  readonly role: Role;
  readonly areaPath: string;
}

const isOneOf = (roles: readonly Role[], role: Role): boolean => roles.includes(role);

/** Whether any of these posts works at a duty desk; others are not told of rosters. */
export const isDutyStaff = (posts: readonly Post[]): boolean => posts.some(({ role }) => isOneOf(DUTY_STAFF, role));

/** Whether one of these posts may say who stands in on the roster of this area; the server judges again. */
export const mayKeep = (posts: readonly Post[], areaPath: string): boolean =>
  posts.some((post) => isOneOf(ROSTER_KEEPERS, post.role) && covers(post.areaPath, areaPath));
