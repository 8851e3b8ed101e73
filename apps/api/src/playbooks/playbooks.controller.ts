import { Controller, Get } from '@nestjs/common';
import { MaybeCaller, Public } from '../platform/auth/access.js';
import type { Caller } from '../platform/auth/caller.js';
import { CategoryView } from './playbooks.dto.js';
import { PlaybooksService } from './playbooks.service.js';

@Controller('categories')
export class PlaybooksController {
  constructor(private readonly playbooks: PlaybooksService) {}

  /** The category tree of the caller's place. */
  @Get()
  @Public()
  categories(@MaybeCaller() caller: Caller | null): Promise<CategoryView[]> {
    return this.playbooks.categories(caller);
  }
}
