import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { CurrentCaller, HasPost, SignedIn } from '../platform/auth/access.js';
import type { Caller } from '../platform/auth/caller.js';
import { IdPipe } from '../platform/http/id.pipe.js';
import { AreaAdminService } from './area-admin.service.js';
import { AreaViewsService } from './area-views.service.js';
import {
  type AreaDetailDto,
  AreaListQueryDto,
  type AreaPageDto,
  CreateAreaDto,
  MoveAreaDto,
  PointQueryDto,
  UpdateAreaDto,
} from './areas.dto.js';

@Controller('areas')
@SignedIn()
export class AreasController {
  constructor(
    private readonly views: AreaViewsService,
    private readonly admin: AreaAdminService,
  ) {}

  /** Browses the tree from the city down, or searches it. */
  @Get()
  list(@CurrentCaller() { cityId }: Caller, @Query() query: AreaListQueryDto): Promise<AreaPageDto> {
    return this.views.list(cityId, query);
  }

  /** The smallest area whose border holds a point. */
  @Get('at')
  at(@CurrentCaller() { cityId }: Caller, @Query() { lng, lat }: PointQueryDto): Promise<AreaDetailDto> {
    return this.views.at(cityId, lng, lat);
  }

  /** One area with its border and all areas above it. */
  @Get(':id')
  show(@CurrentCaller() { cityId }: Caller, @Param('id', IdPipe) id: string): Promise<AreaDetailDto> {
    return this.views.show(cityId, id);
  }

  /** Adds an area below another. */
  @Post()
  @HasPost('administrator')
  create(@CurrentCaller() caller: Caller, @Body() input: CreateAreaDto): Promise<AreaDetailDto> {
    return this.admin.create(caller, input);
  }

  /** Changes name, border or households. */
  @Patch(':id')
  @HasPost('administrator')
  update(
    @CurrentCaller() caller: Caller,
    @Param('id', IdPipe) id: string,
    @Body() input: UpdateAreaDto,
  ): Promise<AreaDetailDto> {
    return this.admin.update(caller, id, input);
  }

  /** Hangs an area with everything below it elsewhere, or gives it another code. */
  @Post(':id/move')
  @HttpCode(200)
  @HasPost('administrator')
  move(
    @CurrentCaller() caller: Caller,
    @Param('id', IdPipe) id: string,
    @Body() input: MoveAreaDto,
  ): Promise<AreaDetailDto> {
    return this.admin.move(caller, id, input);
  }

  /** Deletes an area that nothing uses. */
  @Delete(':id')
  @HttpCode(204)
  @HasPost('administrator')
  remove(@CurrentCaller() caller: Caller, @Param('id', IdPipe) id: string): Promise<void> {
    return this.admin.remove(caller, id);
  }
}
