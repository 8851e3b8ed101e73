import { Body, Controller, Delete, Get, HttpCode, Param, Put, Query } from '@nestjs/common';
import { CurrentCaller, HasPost } from '../platform/auth/access.js';
import type { Caller } from '../platform/auth/caller.js';
import { IdPipe } from '../platform/http/id.pipe.js';
import {
  PlaybookAreaQueryDto,
  PlaybookDto,
  PlaybookListQueryDto,
  PlaybookPageDto,
  PutPlaybookDto,
} from './playbook-admin.dto.js';
import { PlaybookAdminService } from './playbook-admin.service.js';

/** Categories and policies of places, as versions: what was promised under one stays as it was promised. */
@Controller('playbooks')
@HasPost('administrator')
export class PlaybookAdminController {
  constructor(private readonly playbooks: PlaybookAdminService) {}

  @Get()
  list(@CurrentCaller() { cityId }: Caller, @Query() query: PlaybookListQueryDto): Promise<PlaybookPageDto> {
    return this.playbooks.list(cityId, query);
  }

  /** What counts in an area: its own playbook, else that of the nearest area above. */
  @Get('in-force')
  inForce(@CurrentCaller() { cityId }: Caller, @Query() { area }: PlaybookAreaQueryDto): Promise<PlaybookDto> {
    return this.playbooks.inForce(cityId, area);
  }

  /** Any version, in force or not. */
  @Get(':id')
  show(@CurrentCaller() { cityId }: Caller, @Param('id', IdPipe) id: string): Promise<PlaybookDto> {
    return this.playbooks.show(cityId, id);
  }

  /** Gives an area its own playbook, or the next version of it. New orders are promised by it; running deadlines stay. */
  @Put(':areaId')
  put(
    @CurrentCaller() caller: Caller,
    @Param('areaId', IdPipe) areaId: string,
    @Body() input: PutPlaybookDto,
  ): Promise<PlaybookDto> {
    return this.playbooks.put(caller, areaId, input);
  }

  /** The area goes by what is above it again. Running deadlines stay, and orders keep moving. */
  @Delete(':areaId')
  @HttpCode(204)
  remove(@CurrentCaller() caller: Caller, @Param('areaId', IdPipe) areaId: string): Promise<void> {
    return this.playbooks.remove(caller, areaId);
  }
}
