import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { DUTY_STAFF, ROSTER_KEEPERS } from '@linshao/domain';
import { CurrentCaller, HasPost, SignedIn } from '../platform/auth/access.js';
import type { Caller } from '../platform/auth/caller.js';
import { IdPipe } from '../platform/http/id.pipe.js';
import { PlanService } from './plan.service.js';
import {
  KeepRosterDto,
  PlanDto,
  type PlannedDto,
  type RosterDto,
  type RosterPageDto,
  RosterPageQueryDto,
} from './roster.dto.js';
import { RostersService } from './rosters.service.js';
import {
  AddShiftDto,
  type CoverageDto,
  CoverageQueryDto,
  type ShiftDto,
  type ShiftPageDto,
  ShiftPageQueryDto,
} from './shift.dto.js';
import { ShiftViews } from './shift-views.service.js';
import { ShiftsService } from './shifts.service.js';

@Controller('duty/rosters')
export class RostersController {
  constructor(
    private readonly rosters: RostersService,
    private readonly plans: PlanService,
    private readonly shifts: ShiftsService,
    private readonly views: ShiftViews,
  ) {}

  /** Rosters in the caller's areas. */
  @Get()
  @HasPost(...DUTY_STAFF)
  list(@CurrentCaller() caller: Caller, @Query() query: RosterPageQueryDto): Promise<RosterPageDto> {
    return this.rosters.list(caller, query);
  }

  /** From now on somebody is always to be on duty in the area; asked again, the roster gets the name. */
  @Post()
  @HasPost(...ROSTER_KEEPERS)
  keep(@CurrentCaller() caller: Caller, @Body() input: KeepRosterDto): Promise<RosterDto> {
    return this.rosters.keep(caller, input);
  }

  @Delete(':id')
  @HttpCode(204)
  @HasPost(...ROSTER_KEEPERS)
  end(@CurrentCaller() caller: Caller, @Param('id', IdPipe) id: string): Promise<void> {
    return this.rosters.end(caller, id);
  }

  /** Plans the shifts of some days by a rotation; planning the same again changes nothing. */
  @Post(':id/plan')
  @HttpCode(200)
  @HasPost(...ROSTER_KEEPERS)
  plan(@CurrentCaller() caller: Caller, @Param('id', IdPipe) id: string, @Body() input: PlanDto): Promise<PlannedDto> {
    return this.plans.plan(caller, id, input);
  }

  /** Shifts in order, for those who keep the roster or take turns on it. */
  @Get(':id/shifts')
  @SignedIn()
  listShifts(
    @CurrentCaller() caller: Caller,
    @Param('id', IdPipe) id: string,
    @Query() query: ShiftPageQueryDto,
  ): Promise<ShiftPageDto> {
    return this.views.list(caller, id, query);
  }

  /** Adds one shift; the person has the rights of a duty officer for exactly that time. */
  @Post(':id/shifts')
  @HasPost(...ROSTER_KEEPERS)
  add(@CurrentCaller() caller: Caller, @Param('id', IdPipe) id: string, @Body() input: AddShiftDto): Promise<ShiftDto> {
    return this.shifts.add(caller, id, input);
  }

  /** When nobody is on duty in a period, as planned now. */
  @Get(':id/coverage')
  @SignedIn()
  coverage(
    @CurrentCaller() caller: Caller,
    @Param('id', IdPipe) id: string,
    @Query() query: CoverageQueryDto,
  ): Promise<CoverageDto> {
    return this.views.coverage(caller, id, query);
  }
}
