import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { CurrentCaller, HasPost } from '../platform/auth/access.js';
import type { Caller } from '../platform/auth/caller.js';
import { IdPipe } from '../platform/http/id.pipe.js';
import { AppointDto, type PostDto, PostListQueryDto, type PostPageDto } from './posts.dto.js';
import { OVERSEERS, PostsService } from './posts.service.js';

@Controller('posts')
@HasPost(...OVERSEERS)
export class PostsController {
  constructor(private readonly posts: PostsService) {}

  /** Posts in the areas the caller oversees, the newest appointment first. */
  @Get()
  list(@CurrentCaller() caller: Caller, @Query() query: PostListQueryDto): Promise<PostPageDto> {
    return this.posts.list(caller, query);
  }

  @Get(':id')
  show(@CurrentCaller() caller: Caller, @Param('id', IdPipe) id: string): Promise<PostDto> {
    return this.posts.show(caller, id);
  }

  /** Appoints a person. Administrators fill every post of their areas, secretaries those of their community's staff. */
  @Post()
  appoint(@CurrentCaller() caller: Caller, @Body() input: AppointDto): Promise<PostDto> {
    return this.posts.appoint(caller, input);
  }

  /** Ends a post at once; it stays in the history. */
  @Post(':id/end')
  @HttpCode(200)
  end(@CurrentCaller() caller: Caller, @Param('id', IdPipe) id: string): Promise<PostDto> {
    return this.posts.end(caller, id);
  }
}
