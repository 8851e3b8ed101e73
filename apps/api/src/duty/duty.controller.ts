import { Controller, Get, Query } from '@nestjs/common';
import { MaybeCaller, Public } from '../platform/auth/access.js';
import type { Caller } from '../platform/auth/caller.js';
import { type DutyNowDto, DutyNowQueryDto } from './duty-now.dto.js';
import { DutyNowService } from './duty-now.service.js';

@Controller('duty')
export class DutyController {
  constructor(private readonly onDuty: DutyNowService) {}

  /** Who is on duty for an area now and next, by post. */
  @Get('now')
  @Public()
  now(@MaybeCaller() caller: Caller | null, @Query() { area }: DutyNowQueryDto): Promise<DutyNowDto> {
    return this.onDuty.now(caller, area);
  }
}
