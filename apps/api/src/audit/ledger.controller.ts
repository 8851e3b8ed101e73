import { Controller, Get, Query } from '@nestjs/common';
import { MaybeCaller, Public } from '../platform/auth/access.js';
import type { Caller } from '../platform/auth/caller.js';
import { PageQueryDto } from '../platform/http/page-query.dto.js';
import { LedgerHeadsPage } from './ledger.dto.js';
import { LedgerHeadsService } from './ledger-heads.service.js';

@Controller('ledger')
export class LedgerController {
  constructor(private readonly heads: LedgerHeadsService) {}

  /** Where every community's chain ends now. Anybody may keep a copy; a history rewritten later no longer leads there. */
  @Get('heads')
  @Public()
  list(@MaybeCaller() caller: Caller | null, @Query() query: PageQueryDto): Promise<LedgerHeadsPage> {
    return this.heads.page(caller, query);
  }
}
