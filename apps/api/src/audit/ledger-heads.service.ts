import { Inject, Injectable } from '@nestjs/common';
import type { Caller } from '../platform/auth/caller.js';
import type { Config } from '../platform/config/config.js';
import { CONFIG } from '../platform/config/config.module.js';
import { decodeCursor, pageOf } from '../platform/http/cursor.js';
import type { PageQueryDto } from '../platform/http/page-query.dto.js';
import type { LedgerHeadsPage } from './ledger.dto.js';
import { LedgerRepository } from './ledger.repository.js';

const AREA_PATH = /^[\w./-]{1,200}$/;

@Injectable()
export class LedgerHeadsService {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly repository: LedgerRepository,
  ) {}

  async page(caller: Caller | null, { cursor, limit }: PageQueryDto): Promise<LedgerHeadsPage> {
    const [after] = decodeCursor(cursor, [(part) => typeof part === 'string' && AREA_PATH.test(part)]) ?? [];
    const cityId = caller?.cityId ?? this.config.cityId;
    const heads = await this.repository.headsAfter(cityId, after === undefined ? null : String(after), limit + 1);
    return pageOf(
      heads,
      limit,
      ({ chain, sequence, hash }) => ({ chain, sequence, hash }),
      ({ chain }) => [chain],
    );
  }
}
