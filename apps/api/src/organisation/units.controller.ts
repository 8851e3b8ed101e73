import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { CurrentCaller, HasPost, SignedIn } from '../platform/auth/access.js';
import type { Caller } from '../platform/auth/caller.js';
import { IdPipe } from '../platform/http/id.pipe.js';
import { CreateUnitDto, type UnitDto, UnitListQueryDto, type UnitPageDto, UpdateUnitDto } from './units.dto.js';
import { UnitsService } from './units.service.js';

@Controller('units')
@SignedIn()
export class UnitsController {
  constructor(private readonly units: UnitsService) {}

  @Get()
  list(@CurrentCaller() { cityId }: Caller, @Query() query: UnitListQueryDto): Promise<UnitPageDto> {
    return this.units.list(cityId, query);
  }

  @Get(':id')
  show(@CurrentCaller() { cityId }: Caller, @Param('id', IdPipe) id: string): Promise<UnitDto> {
    return this.units.show(cityId, id);
  }

  @Post()
  @HasPost('administrator')
  create(@CurrentCaller() caller: Caller, @Body() input: CreateUnitDto): Promise<UnitDto> {
    return this.units.create(caller, input);
  }

  /** A unit that answers for another area takes its posts along. */
  @Patch(':id')
  @HasPost('administrator')
  update(
    @CurrentCaller() caller: Caller,
    @Param('id', IdPipe) id: string,
    @Body() input: UpdateUnitDto,
  ): Promise<UnitDto> {
    return this.units.update(caller, id, input);
  }

  /** Deletes a unit in which nobody ever held a post. */
  @Delete(':id')
  @HttpCode(204)
  @HasPost('administrator')
  remove(@CurrentCaller() caller: Caller, @Param('id', IdPipe) id: string): Promise<void> {
    return this.units.remove(caller, id);
  }
}
