import { Controller, HttpCode, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { CurrentCaller, HasPost } from '../platform/auth/access.js';
import type { Caller } from '../platform/auth/caller.js';
import { QueuePass } from './queue-passes.dto.js';
import { QueuePasses } from './queue-passes.service.js';

@Controller('admin/queues')
@HasPost('administrator')
export class QueuePassesController {
  constructor(private readonly passes: QueuePasses) {}

  /** Lets the browser that asks look at the queues for a quarter of an hour. */
  @Post('ticket')
  @HttpCode(200)
  issue(@CurrentCaller() caller: Caller, @Res({ passthrough: true }) reply: FastifyReply): QueuePass {
    return withCookie(this.passes.issue(caller), reply);
  }
}

function withCookie({ cookie, ...pass }: QueuePass & { readonly cookie: string }, reply: FastifyReply): QueuePass {
  void reply.header('Set-Cookie', cookie);
  return pass;
}
