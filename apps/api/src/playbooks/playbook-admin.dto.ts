import type { Playbook } from '@linshao/domain';
import { ApiProperty } from '@nestjs/swagger';
import { Allow } from 'class-validator';
import { FlagQuery, Text, Whole } from '../platform/http/fields.js';
import { PageQueryDto } from '../platform/http/page-query.dto.js';

const PLAYBOOK = {
  type: 'object' as const,
  additionalProperties: true,
  description: 'Categories and policies, as in libs/domain/playbooks/<place>/playbook.json',
};

export class PlaybookListQueryDto extends PageQueryDto {
  /** Code or path of an area: only what it has of its own. */
  @Text({ max: 200, optional: true }) area?: string;
  /** Also versions that are no longer in force. */
  @FlagQuery() history?: boolean;
}

export class PlaybookAreaQueryDto {
  /** Code or path of an area. */
  @Text({ max: 200 }) area: string;
}

export class PutPlaybookDto {
  /** The version of this area's own playbook the change was made from; 0 when it has none, or none any more. */
  @Whole(0, 2 ** 31 - 1) basedOn: number;
  /** Judged as a whole, every mistake at once: see validatePlaybook. */
  @ApiProperty(PLAYBOOK) @Allow() playbook: unknown;
}

export class PlaybookAreaDto {
  /** Code of the area. */
  code: string;
  name: string;
  path: string;
}

export class PlaybookLineDto {
  id: string;
  area: PlaybookAreaDto;
  code: string;
  name: string;
  version: number;
  createdAt: Date;
  /** When the area's playbook was removed; null while it counts. */
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) removedAt: Date | null;
}

export class PlaybookPageDto {
  items: PlaybookLineDto[];
  @ApiProperty({ type: String, nullable: true }) nextCursor: string | null;
}

export class PlaybookDto extends PlaybookLineDto {
  @ApiProperty(PLAYBOOK) playbook: Playbook;
}
