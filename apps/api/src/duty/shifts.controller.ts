import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ROSTER_KEEPERS } from '@linshao/domain';
import { CurrentCaller, HasPost, SignedIn } from '../platform/auth/access.js';
import type { Caller } from '../platform/auth/caller.js';
import { IdPipe } from '../platform/http/id.pipe.js';
import { Colleagues } from './colleagues.service.js';
import {
  type ColleaguesDto,
  MoveShiftDto,
  type ShiftDto,
  type ShiftPageDto,
  ShiftPageQueryDto,
  ShiftSubstituteDto,
} from './shift.dto.js';
import { ShiftViews } from './shift-views.service.js';
import { ShiftsService } from './shifts.service.js';
import { AskSwapDto, type SwapDto } from './swap.dto.js';
import { SwapsService } from './swaps.service.js';

@Controller('duty/shifts')
export class ShiftsController {
  constructor(
    private readonly shifts: ShiftsService,
    private readonly views: ShiftViews,
    private readonly swaps: SwapsService,
    private readonly colleagues: Colleagues,
  ) {}

  /** The caller's own shifts. Who is only on duty tomorrow has no post today. */
  @Get()
  @SignedIn()
  mine(@CurrentCaller() caller: Caller, @Query() query: ShiftPageQueryDto): Promise<ShiftPageDto> {
    return this.views.mine(caller, query);
  }

  /** Another person or another time, before it begins. */
  @Patch(':id')
  @HasPost(...ROSTER_KEEPERS)
  move(
    @CurrentCaller() caller: Caller,
    @Param('id', IdPipe) id: string,
    @Body() input: MoveShiftDto,
  ): Promise<ShiftDto> {
    return this.shifts.move(caller, id, input);
  }

  /** Takes it out of the roster; one that runs ends now. */
  @Delete(':id')
  @HttpCode(204)
  @HasPost(...ROSTER_KEEPERS)
  remove(@CurrentCaller() caller: Caller, @Param('id', IdPipe) id: string): Promise<void> {
    return this.shifts.remove(caller, id);
  }

  /** Somebody stands in for the shift, or for the rest of it. */
  @Post(':id/substitute')
  @HttpCode(200)
  @HasPost(...ROSTER_KEEPERS)
  substitute(
    @CurrentCaller() caller: Caller,
    @Param('id', IdPipe) id: string,
    @Body() { personId }: ShiftSubstituteDto,
  ): Promise<ShiftDto> {
    return this.shifts.substitute(caller, id, personId);
  }

  /** Who could take a shift instead: for the one whose it is, and those who keep its roster. */
  @Get(':id/colleagues')
  @SignedIn()
  listColleagues(@CurrentCaller() caller: Caller, @Param('id', IdPipe) id: string): Promise<ColleaguesDto> {
    return this.colleagues.of(caller, id);
  }

  /** Asks a colleague to take the caller's shift, perhaps for one of theirs in return. */
  @Post(':id/swaps')
  @SignedIn()
  ask(@CurrentCaller() caller: Caller, @Param('id', IdPipe) id: string, @Body() input: AskSwapDto): Promise<SwapDto> {
    return this.swaps.ask(caller, id, input);
  }
}
