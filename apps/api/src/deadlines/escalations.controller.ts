import { RUNG_ROLES } from '@linshao/domain';
import { Controller, Get, Query } from '@nestjs/common';
import { CurrentCaller, HasPost } from '../platform/auth/access.js';
import type { Caller } from '../platform/auth/caller.js';
import { EscalationListQuery, EscalationPage } from './escalations.dto.js';
import { EscalationsService } from './escalations.service.js';

@Controller('escalations')
@HasPost(...RUNG_ROLES)
export class EscalationsController {
  constructor(private readonly escalations: EscalationsService) {}

  /** 已升级: orders of the caller's areas whose missed promise climbed and is still owed; what has been owed for longest first. */
  @Get()
  list(@CurrentCaller() caller: Caller, @Query() query: EscalationListQuery): Promise<EscalationPage> {
    return this.escalations.list(caller, query);
  }
}
