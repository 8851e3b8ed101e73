import type { AreaPath } from './area-path.js';
import type { Role } from './role.js';

/** Where a post counts: an area, a unit (单位) or a party organisation, each tied to an area. */
export type PostScope =
  | { readonly type: 'area'; readonly areaId: string; readonly areaPath: AreaPath }
  | { readonly type: 'unit'; readonly unitId: string; readonly areaPath: AreaPath }
  | { readonly type: 'party'; readonly partyOrganisationId: string; readonly areaPath: AreaPath };

/** A post as far as it matters what it allows where. */
export interface PlacedPost {
  readonly role: Role;
  readonly scope: Pick<PostScope, 'areaPath'>;
}

/** A person's post: a role in a scope for a period. All rights follow from posts, never from a flag on a person. */
export interface Post {
  readonly id: string;
  readonly role: Role;
  /** As people say it, e.g. 富强新村社区派单员. */
  readonly name: string;
  readonly scope: PostScope;
  readonly from: Date;
  /** First instant at which the post no longer counts; null while it is open-ended. */
  readonly to: Date | null;
}
