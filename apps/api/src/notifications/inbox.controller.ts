import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { CurrentCaller, SignedIn } from '../platform/auth/access.js';
import type { Caller } from '../platform/auth/caller.js';
import { IdPipe } from '../platform/http/id.pipe.js';
import { InboxPage, InboxQuery, ReadAll, Unread } from './inbox.dto.js';
import { InboxService } from './inbox.service.js';

@Controller('inbox')
@SignedIn()
export class InboxController {
  constructor(private readonly inbox: InboxService) {}

  /** What the caller was told, newest first. */
  @Get()
  list(@CurrentCaller() caller: Caller, @Query() query: InboxQuery): Promise<InboxPage> {
    return this.inbox.list(caller, query);
  }

  @Get('unread')
  unread(@CurrentCaller() caller: Caller): Promise<Unread> {
    return this.inbox.unread(caller);
  }

  /** Marks everything told up to a moment as read. Answers with what is still unread. */
  @Post('read-all')
  @HttpCode(200)
  readAll(@CurrentCaller() caller: Caller, @Body() { before }: ReadAll): Promise<Unread> {
    return this.inbox.readAll(caller, before);
  }

  /** Marks one message as read; again changes nothing. Answers with what is still unread. */
  @Post(':id/read')
  @HttpCode(200)
  read(@CurrentCaller() caller: Caller, @Param('id', IdPipe) id: string): Promise<Unread> {
    return this.inbox.read(caller, id);
  }
}
