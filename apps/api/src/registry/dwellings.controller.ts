import { REGISTRARS } from '@linshao/domain';
import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { CurrentCaller, HasPost, SignedIn } from '../platform/auth/access.js';
import type { Caller } from '../platform/auth/caller.js';
import { IdPipe } from '../platform/http/id.pipe.js';
import { CreateDwellingDto, type DwellingDto, DwellingListQueryDto, type DwellingPageDto } from './dwellings.dto.js';
import { DwellingsService } from './dwellings.service.js';

@Controller('dwellings')
@SignedIn()
export class DwellingsController {
  constructor(private readonly dwellings: DwellingsService) {}

  /** The dwellings of an area and everything below it, by place and room; never who lives there. */
  @Get()
  list(@CurrentCaller() caller: Caller, @Query() query: DwellingListQueryDto): Promise<DwellingPageDto> {
    return this.dwellings.list(caller, query);
  }

  @Get(':id')
  show(@CurrentCaller() caller: Caller, @Param('id', IdPipe) id: string): Promise<DwellingDto> {
    return this.dwellings.show(caller, id);
  }

  /** Adds a room to a building, unit or estate; one that is there already is the answer. */
  @Post()
  @HasPost(...REGISTRARS)
  add(@CurrentCaller() caller: Caller, @Body() input: CreateDwellingDto): Promise<DwellingDto> {
    return this.dwellings.add(caller, input);
  }

  /** Deletes a dwelling nobody was ever registered at. */
  @Delete(':id')
  @HttpCode(204)
  @HasPost(...REGISTRARS)
  remove(@CurrentCaller() caller: Caller, @Param('id', IdPipe) id: string): Promise<void> {
    return this.dwellings.remove(caller, id);
  }
}
