import { Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { CurrentCaller, SignedIn } from '../platform/auth/access.js';
import type { Caller } from '../platform/auth/caller.js';
import { IdPipe } from '../platform/http/id.pipe.js';
import { type SwapDto, type SwapPageDto, SwapPageQueryDto } from './swap.dto.js';
import { SwapsService } from './swaps.service.js';

@Controller('duty/swaps')
@SignedIn()
export class SwapsController {
  constructor(private readonly swaps: SwapsService) {}

  /** Swaps asked by or of the caller, the newest first. */
  @Get()
  list(@CurrentCaller() caller: Caller, @Query() query: SwapPageQueryDto): Promise<SwapPageDto> {
    return this.swaps.list(caller, query);
  }

  /** The one who was asked takes the shift; its rights go with it. */
  @Post(':id/accept')
  @HttpCode(200)
  accept(@CurrentCaller() caller: Caller, @Param('id', IdPipe) id: string): Promise<SwapDto> {
    return this.swaps.answer(caller, id, 'accept');
  }

  @Post(':id/decline')
  @HttpCode(200)
  decline(@CurrentCaller() caller: Caller, @Param('id', IdPipe) id: string): Promise<SwapDto> {
    return this.swaps.answer(caller, id, 'decline');
  }

  /** The one who asked needs no answer any more. */
  @Post(':id/withdraw')
  @HttpCode(200)
  withdraw(@CurrentCaller() caller: Caller, @Param('id', IdPipe) id: string): Promise<SwapDto> {
    return this.swaps.answer(caller, id, 'withdraw');
  }
}
