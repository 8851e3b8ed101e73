import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { SignedIn } from '../platform/auth/access.js';
import { AskedOf } from './asked.js';
import { DoneBody, ReasonBody, SuspendBody, Versioned } from './order-actions.dto.js';
import { type Asked, OrderMovesService } from './order-moves.service.js';
import { OrderView } from './order-view.dto.js';

/** 党员接单: what whoever takes the order on does. Who may is the domain's table; each answers with the order as it is now. */
@Controller('orders/:id')
@SignedIn()
export class WorkMovesController {
  constructor(private readonly moves: OrderMovesService) {}

  /** 接单: of all who ask at once exactly one gets it. */
  @Post('claim')
  @HttpCode(200)
  claim(@AskedOf() asked: Asked, @Body() { version }: Versioned): Promise<OrderView> {
    return this.moves.move(asked, { action: 'claim' }, { version });
  }

  /** 退回: back to the dispatcher, with a reason. */
  @Post('return')
  @HttpCode(200)
  giveBack(@AskedOf() asked: Asked, @Body() { version, reason }: ReasonBody): Promise<OrderView> {
    return this.moves.move(asked, { action: 'return', reason }, { version });
  }

  /** 开始办理. */
  @Post('start')
  @HttpCode(200)
  start(@AskedOf() asked: Asked, @Body() { version }: Versioned): Promise<OrderView> {
    return this.moves.move(asked, { action: 'start' }, { version });
  }

  /** 挂起: waiting for the resident, material, weather. */
  @Post('suspend')
  @HttpCode(200)
  suspend(@AskedOf() asked: Asked, @Body() { version, reason, waitingFor }: SuspendBody): Promise<OrderView> {
    return this.moves.move(asked, { action: 'suspend', reason, ...(waitingFor && { waitingFor }) }, { version });
  }

  /** 恢复办理. */
  @Post('resume')
  @HttpCode(200)
  resume(@AskedOf() asked: Asked, @Body() { version }: Versioned): Promise<OrderView> {
    return this.moves.move(asked, { action: 'resume' }, { version });
  }

  /** 办理完成: with a summary and photos as evidence. */
  @Post('done')
  @HttpCode(200)
  done(@AskedOf() asked: Asked, @Body() { version, ...result }: DoneBody): Promise<OrderView> {
    return this.moves.move(asked, { action: 'done', ...result }, { version });
  }
}
