import { Controller, Get, Query } from '@nestjs/common';
import { CurrentCaller, HasPost } from '../platform/auth/access.js';
import type { Caller } from '../platform/auth/caller.js';
import { Figures, FiguresQuery } from './figures.dto.js';
import { FiguresService } from './figures.service.js';

@Controller('figures')
@HasPost('supervisor', 'secretary', 'dispatcher', 'regulator')
export class FiguresController {
  constructor(private readonly service: FiguresService) {}

  /** Rates of reply, handled, solved and satisfied, each with its sample, of orders submitted in a period. */
  @Get()
  figures(@CurrentCaller() caller: Caller, @Query() query: FiguresQuery): Promise<Figures> {
    return this.service.figures(caller, query);
  }
}
