import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { SignedIn } from '../platform/auth/access.js';
import { AskedOf } from './asked.js';
import { EditBody, OptionalReasonBody, RateBody, ReasonBody, TextBody, Versioned } from './order-actions.dto.js';
import { type Asked, OrderMovesService } from './order-moves.service.js';
import { OrderView } from './order-view.dto.js';

/** What a resident does with their own order, or with a neighbour's. Who may is the domain's table; each answers with the order as it is now. */
@Controller('orders/:id')
@SignedIn()
export class ResidentMovesController {
  constructor(private readonly moves: OrderMovesService) {}

  /** 修改: while nobody has taken it up. */
  @Post('edit')
  @HttpCode(200)
  edit(@AskedOf() asked: Asked, @Body() { version, ...changes }: EditBody): Promise<OrderView> {
    return this.moves.move(asked, { action: 'edit', ...changes }, { version });
  }

  /** 撤回: before work starts. */
  @Post('withdraw')
  @HttpCode(200)
  withdraw(@AskedOf() asked: Asked, @Body() { version, reason }: OptionalReasonBody): Promise<OrderView> {
    return this.moves.move(asked, { action: 'withdraw', ...(reason && { reason }) }, { version });
  }

  /** 申诉: once, against a rejection. */
  @Post('appeal')
  @HttpCode(200)
  appeal(@AskedOf() asked: Asked, @Body() { version, reason }: ReasonBody): Promise<OrderView> {
    return this.moves.move(asked, { action: 'appeal', reason }, { version });
  }

  /** 催办: at most once per policy period. */
  @Post('urge')
  @HttpCode(200)
  urge(@AskedOf() asked: Asked, @Body() { version }: Versioned): Promise<OrderView> {
    return this.moves.move(asked, { action: 'urge' }, { version });
  }

  /** 我也遇到了: be told of every step. */
  @Post('follow')
  @HttpCode(200)
  follow(@AskedOf() asked: Asked, @Body() { version }: Versioned): Promise<OrderView> {
    return this.moves.move(asked, { action: 'follow' }, { version });
  }

  /** 不再关注. */
  @Post('unfollow')
  @HttpCode(200)
  unfollow(@AskedOf() asked: Asked, @Body() { version }: Versioned): Promise<OrderView> {
    return this.moves.move(asked, { action: 'unfollow' }, { version });
  }

  /** 评价: solved or not, one to five stars, words. */
  @Post('rate')
  @HttpCode(200)
  rate(@AskedOf() asked: Asked, @Body() { version, ...rating }: RateBody): Promise<OrderView> {
    return this.moves.move(asked, { action: 'rate', ...rating }, { version });
  }

  /** 没有解决: within the policy window. */
  @Post('reopen')
  @HttpCode(200)
  reopen(@AskedOf() asked: Asked, @Body() { version, reason }: ReasonBody): Promise<OrderView> {
    return this.moves.move(asked, { action: 'reopen', reason }, { version });
  }

  /** 留言. */
  @Post('remark')
  @HttpCode(200)
  remark(@AskedOf() asked: Asked, @Body() { version, text }: TextBody): Promise<OrderView> {
    return this.moves.move(asked, { action: 'remark', text }, { version });
  }
}
