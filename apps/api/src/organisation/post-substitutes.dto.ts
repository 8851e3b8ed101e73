import { Id, Moment, Text } from '../platform/http/fields.js';
import { PageQueryDto } from '../platform/http/page-query.dto.js';
import { PostPersonDto } from './posts.dto.js';

export class SubstitutePageQueryDto extends PageQueryDto {}

export class SubstituteDto {
  /** Who stands in. */
  @Id() personId: string;
  /** From when on; left out: from now on. */
  @Moment({ optional: true }) from?: Date;
  /** The first moment at which the holder is back; left out: until it is ended, or the post ends. */
  @Moment({ optional: true, nullable: true }) to?: Date | null;
  @Text({ min: 2, max: 100 }) reason: string;
}

export class PostSubstituteDto {
  id: string;
  postId: string;
  person: PostPersonDto;
  /** The post that gives them the rights meanwhile; null when they hold the same office anyway. */
  substitutePostId: string | null;
  from: Date;
  to: Date | null;
  reason: string;
  /** Whether they stand in now. */
  current: boolean;
}

export class PostSubstitutePageDto {
  items: PostSubstituteDto[];
  nextCursor: string | null;
}
