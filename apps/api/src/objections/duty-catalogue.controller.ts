import { Controller, Get, Query } from '@nestjs/common';
import { MaybeCaller, Public } from '../platform/auth/access.js';
import type { Caller } from '../platform/auth/caller.js';
import { DutyCatalogueQueryDto, DutyReasonView } from './objections.dto.js';
import { ObjectionsService } from './objections.service.js';

@Controller('duty-catalogue')
export class DutyCatalogueController {
  constructor(private readonly objections: ObjectionsService) {}

  /** 职责清单: the reasons for which a unit may say that an order is not its to do. Published, so that all know them. */
  @Get()
  @Public()
  catalogue(@MaybeCaller() caller: Caller | null, @Query() { area }: DutyCatalogueQueryDto): Promise<DutyReasonView[]> {
    return this.objections.catalogue(caller, area);
  }
}
