import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { CurrentCaller, HasPost } from '../platform/auth/access.js';
import type { Caller } from '../platform/auth/caller.js';
import { DeadlinePlanDto, PlanDeadlineDto } from './deadline-plan.dto.js';
import { DeadlinePlanService } from './deadline-plan.service.js';

@Controller('deadlines')
@HasPost('administrator')
export class DeadlinePlanController {
  constructor(private readonly plans: DeadlinePlanService) {}

  /** When a promise given then would be due, and why: a dry run by the calendar in force. */
  @Post('plan')
  @HttpCode(200)
  plan(@CurrentCaller() caller: Caller, @Body() input: PlanDeadlineDto): Promise<DeadlinePlanDto> {
    return this.plans.plan(caller, input);
  }
}
