import { Controller, Get, Header, Param, Query, Redirect } from '@nestjs/common';
import { ApiFoundResponse, ApiOkResponse, ApiQuery } from '@nestjs/swagger';
import { CurrentCaller, HasPost, Public } from '../platform/auth/access.js';
import type { Caller } from '../platform/auth/caller.js';
import { IdPipe } from '../platform/http/id.pipe.js';
import { PlaceCodeSignQueryDto } from './place-codes.dto.js';
import { PlaceCodesService } from './place-codes.service.js';

@Controller()
export class PlaceCodesController {
  constructor(private readonly codes: PlaceCodesService) {}

  /** Where a code at a place 地点码 leads a browser: to the form for reporting, with the place filled in. */
  @Get('places/:areaId')
  @Public()
  @Redirect()
  @ApiFoundResponse({ description: 'the form' })
  @ApiQuery({ name: 'spot', required: false, description: 'where in the area, in words' })
  open(@Param('areaId', IdPipe) areaId: string, @Query('spot') spot: unknown): { url: string } {
    return { url: this.codes.formOf(areaId, spot) };
  }

  /** The code of an area, or of a spot in it, on a card to print and hang up. */
  @Get('areas/:id/place-code')
  @HasPost('administrator', 'secretary', 'dispatcher')
  @Header('Content-Type', 'image/svg+xml')
  @ApiOkResponse({ content: { 'image/svg+xml': { schema: { type: 'string' } } } })
  sign(
    @CurrentCaller() { cityId }: Caller,
    @Param('id', IdPipe) areaId: string,
    @Query() { spot }: PlaceCodeSignQueryDto,
  ): Promise<string> {
    return this.codes.sign(cityId, { areaId, spot: spot ?? '' });
  }
}
