import { Body, Controller, Delete, Get, Param, Post, Query } from '@nestjs/common';
import { ROLES } from '@linshao/domain';
import { CurrentCaller, HasPost } from '../platform/auth/access.js';
import type { Caller } from '../platform/auth/caller.js';
import { IdPipe } from '../platform/http/id.pipe.js';
import {
  type PostSubstituteDto,
  type PostSubstitutePageDto,
  SubstituteDto,
  SubstitutePageQueryDto,
} from './post-substitutes.dto.js';
import { PostSubstitutesService } from './post-substitutes.service.js';

@Controller('posts/:id/substitutes')
@HasPost(...ROLES)
export class PostSubstitutesController {
  constructor(private readonly substitutes: PostSubstitutesService) {}

  /** Who stood, stands or will stand in for the holder of a post, the newest first. */
  @Get()
  list(
    @CurrentCaller() caller: Caller,
    @Param('id', IdPipe) postId: string,
    @Query() query: SubstitutePageQueryDto,
  ): Promise<PostSubstitutePageDto> {
    return this.substitutes.list(caller, postId, query);
  }

  /** Names a substitute: by whoever may fill the post, or by its holder. */
  @Post()
  substitute(
    @CurrentCaller() caller: Caller,
    @Param('id', IdPipe) postId: string,
    @Body() input: SubstituteDto,
  ): Promise<PostSubstituteDto> {
    return this.substitutes.substitute(caller, postId, input);
  }

  /** The holder is back, or never leaves; asked again, nothing changes. */
  @Delete(':substituteId')
  end(
    @CurrentCaller() caller: Caller,
    @Param('id', IdPipe) postId: string,
    @Param('substituteId', IdPipe) id: string,
  ): Promise<PostSubstituteDto> {
    return this.substitutes.end(caller, postId, id);
  }
}
