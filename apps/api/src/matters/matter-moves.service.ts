import type { MatterAction } from '@linshao/domain';
import { Injectable } from '@nestjs/common';
import type { Caller } from '../platform/auth/caller.js';
import type { Repeatable } from '../platform/idempotency/idempotency.js';
import type { MatterView, OptionalMatterNote } from './matter.dto.js';
import { MoveMatterService } from './move-matter.service.js';
import { ReadMattersService } from './read-matters.service.js';

/** From a request's body to a command of the rules, and back to the matter as its new state shows it. */
@Injectable()
export class MatterMovesService {
  constructor(
    private readonly moving: MoveMatterService,
    private readonly reading: ReadMattersService,
  ) {}

  async move(
    caller: Caller,
    id: string,
    action: MatterAction,
    { words, version }: OptionalMatterNote,
    repeatable: Repeatable | null,
  ): Promise<MatterView> {
    await this.moving.move(caller, id, { command: { action, ...(words && { words }) }, version, repeatable });
    return this.reading.get(caller, id);
  }
}
