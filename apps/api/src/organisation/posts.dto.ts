import { type PostScope, type Role, ROLES } from '@linshao/domain';
import { FlagQuery, Id, Moment, Nested, OneOf, Text } from '../platform/http/fields.js';
import { PageQueryDto } from '../platform/http/page-query.dto.js';

const SCOPES = ['area', 'unit', 'party'] as const satisfies readonly PostScope['type'][];

export class PostListQueryDto extends PageQueryDto {
  /** Posts that count in this area or in one below it. Without it: everything the caller oversees. */
  @Id({ optional: true }) areaId?: string;
  @Id({ optional: true }) personId?: string;
  /** Posts in this unit, party organisation or area itself. */
  @Id({ optional: true }) scopeId?: string;
  @OneOf(ROLES, { optional: true }) role?: Role;
  /** Ended posts too. */
  @FlagQuery() history?: boolean;
}

export class PostScopeDto {
  @OneOf(SCOPES) type: PostScope['type'];
  /** Id of the area, unit or party organisation. */
  @Id() id: string;
}

export class AppointDto {
  @Id() personId: string;
  @OneOf(ROLES) role: Role;
  @Nested(() => PostScopeDto) scope: PostScopeDto;
  /** As people say it; left out, it is the scope's name and the role's: 富强新村社区派单员. */
  @Text({ max: 60, optional: true }) name?: string;
  /** From when on it counts; left out: from now on. */
  @Moment({ optional: true }) from?: Date;
  /** The first moment at which it no longer counts; left out: open-ended. */
  @Moment({ optional: true, nullable: true }) to?: Date | null;
}

export class PostPersonDto {
  id: string;
  name: string;
}

export class PostPlaceDto extends PostScopeDto {
  code: string;
  name: string;
}

export class PostDto {
  id: string;
  person: PostPersonDto;
  role: Role;
  /** The role's Chinese name. */
  roleName: string;
  name: string;
  scope: PostPlaceDto;
  /** Path of the area it counts in. */
  areaPath: string;
  from: Date;
  to: Date | null;
  /** Whether it counts now. */
  current: boolean;
}

export class PostPageDto {
  items: PostDto[];
  nextCursor: string | null;
}
