import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { CurrentCaller, HasPost, SignedIn } from '../platform/auth/access.js';
import type { Caller } from '../platform/auth/caller.js';
import { IdPipe } from '../platform/http/id.pipe.js';
import {
  CreatePartyOrganisationDto,
  type PartyOrganisationDto,
  PartyOrganisationListQueryDto,
  type PartyOrganisationPageDto,
  UpdatePartyOrganisationDto,
} from './party-organisations.dto.js';
import { PartyOrganisationsService } from './party-organisations.service.js';

@Controller('party-organisations')
@SignedIn()
export class PartyOrganisationsController {
  constructor(private readonly organisations: PartyOrganisationsService) {}

  /** Each organisation before those below it. */
  @Get()
  list(
    @CurrentCaller() { cityId }: Caller,
    @Query() query: PartyOrganisationListQueryDto,
  ): Promise<PartyOrganisationPageDto> {
    return this.organisations.list(cityId, query);
  }

  @Get(':id')
  show(@CurrentCaller() { cityId }: Caller, @Param('id', IdPipe) id: string): Promise<PartyOrganisationDto> {
    return this.organisations.show(cityId, id);
  }

  @Post()
  @HasPost('administrator')
  create(@CurrentCaller() caller: Caller, @Body() input: CreatePartyOrganisationDto): Promise<PartyOrganisationDto> {
    return this.organisations.create(caller, input);
  }

  /** Renames it, ties it to another area, or hangs it with everything below it under another organisation. */
  @Patch(':id')
  @HasPost('administrator')
  update(
    @CurrentCaller() caller: Caller,
    @Param('id', IdPipe) id: string,
    @Body() input: UpdatePartyOrganisationDto,
  ): Promise<PartyOrganisationDto> {
    return this.organisations.update(caller, id, input);
  }

  /** Deletes an organisation that has nothing below it and in which nobody ever held a post. */
  @Delete(':id')
  @HttpCode(204)
  @HasPost('administrator')
  remove(@CurrentCaller() caller: Caller, @Param('id', IdPipe) id: string): Promise<void> {
    return this.organisations.remove(caller, id);
  }
}
