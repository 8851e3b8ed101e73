import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { SignedIn } from '../platform/auth/access.js';
import { AskedOf } from './asked.js';
import {
  AcceptBody,
  DispatchBody,
  MergeBody,
  PublishBody,
  ReasonBody,
  ReviewBody,
  SplitBody,
  TextBody,
  Versioned,
} from './order-actions.dto.js';
import { type Asked, OrderMovesService } from './order-moves.service.js';
import { OrderView } from './order-view.dto.js';

/** 社区派单: what the community's offices do. Who may is the domain's table; each answers with the order as it is now. */
@Controller('orders/:id')
@SignedIn()
export class DispatchMovesController {
  constructor(private readonly moves: OrderMovesService) {}

  /** 受理, with how urgent it is (受理时定级). */
  @Post('accept')
  @HttpCode(200)
  accept(@AskedOf() asked: Asked, @Body() { version, urgency }: AcceptBody): Promise<OrderView> {
    return this.moves.move(asked, { action: 'accept', ...(urgency && { urgency }) }, { version });
  }

  /** 不予受理: with a reason the resident reads. */
  @Post('reject')
  @HttpCode(200)
  reject(@AskedOf() asked: Asked, @Body() { version, reason }: ReasonBody): Promise<OrderView> {
    return this.moves.move(asked, { action: 'reject', reason }, { version });
  }

  /** 回复: a public reply in a person's words (C6). */
  @Post('reply')
  @HttpCode(200)
  reply(@AskedOf() asked: Asked, @Body() { version, text }: TextBody): Promise<OrderView> {
    return this.moves.move(asked, { action: 'reply', text }, { version });
  }

  /** 合并: a duplicate joins the order that stays; its reporters follow it. */
  @Post('merge')
  @HttpCode(200)
  merge(@AskedOf() asked: Asked, @Body() body: MergeBody): Promise<OrderView> {
    return this.moves.merge(asked, body);
  }

  /** 取消合并. */
  @Post('unmerge')
  @HttpCode(200)
  unmerge(@AskedOf() asked: Asked, @Body() { version }: Versioned): Promise<OrderView> {
    return this.moves.move(asked, { action: 'unmerge' }, { version });
  }

  /** 派单: to a person, a unit, or the members who may claim it. */
  @Post('dispatch')
  @HttpCode(200)
  dispatch(@AskedOf() asked: Asked, @Body() body: DispatchBody): Promise<OrderView> {
    return this.moves.dispatch(asked, body);
  }

  /** 拆分: child tasks for several receivers; the first one leads. */
  @Post('split')
  @HttpCode(200)
  split(@AskedOf() asked: Asked, @Body() body: SplitBody): Promise<OrderView> {
    return this.moves.split(asked, body);
  }

  /** 晒单: the result becomes public, in a redacted copy. */
  @Post('publish')
  @HttpCode(200)
  publish(@AskedOf() asked: Asked, @Body() { version, text }: PublishBody): Promise<OrderView> {
    return this.moves.move(asked, { action: 'publish', ...(text && { text }) }, { version });
  }

  /** 回访. */
  @Post('review')
  @HttpCode(200)
  review(@AskedOf() asked: Asked, @Body() { version, text, solved }: ReviewBody): Promise<OrderView> {
    return this.moves.move(asked, { action: 'review', text, solved }, { version });
  }

  /** 办结: never while the resident says it is not solved. */
  @Post('close')
  @HttpCode(200)
  close(@AskedOf() asked: Asked, @Body() { version }: Versioned): Promise<OrderView> {
    return this.moves.move(asked, { action: 'close' }, { version });
  }
}
