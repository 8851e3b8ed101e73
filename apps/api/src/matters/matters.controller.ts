import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { CurrentCaller, SignedIn } from '../platform/auth/access.js';
import type { Caller } from '../platform/auth/caller.js';
import { IdPipe } from '../platform/http/id.pipe.js';
import { IdempotencyKey, type Repeatable } from '../platform/idempotency/idempotency.js';
import { CreateMatterService } from './create-matter.service.js';
import {
  CreatedMatter,
  CreateMatter,
  MatterFilters,
  MatterNote,
  MatterPage,
  MatterTemplateView,
  MatterView,
  OptionalMatterNote,
  TemplateQuery,
} from './matter.dto.js';
import { MatterMovesService } from './matter-moves.service.js';
import { ReadMattersService } from './read-matters.service.js';

/** 民生事项: applications that run step by step, each step a post's with a date. Who may do what is the domain's table. */
@Controller('matters')
@SignedIn()
export class MattersController {
  constructor(
    private readonly creating: CreateMatterService,
    private readonly reading: ReadMattersService,
    private readonly moves: MatterMovesService,
  ) {}

  @Post()
  create(
    @CurrentCaller() caller: Caller,
    @Body() body: CreateMatter,
    @IdempotencyKey() key: Repeatable | null,
  ): Promise<CreatedMatter> {
    return this.creating.create(caller, body, key);
  }

  /** Newest first: what the caller's posts cover, and what they applied for or wrote down. */
  @Get()
  list(@CurrentCaller() caller: Caller, @Query() query: MatterFilters): Promise<MatterPage> {
    return this.reading.list(caller, query);
  }

  /** What may be applied for, with the papers to bring and the steps it goes through. */
  @Get('templates')
  templates(@CurrentCaller() caller: Caller, @Query() query: TemplateQuery): Promise<MatterTemplateView[]> {
    return this.reading.templates(caller, query);
  }

  @Get(':id')
  get(@CurrentCaller() caller: Caller, @Param('id', IdPipe) id: string): Promise<MatterView> {
    return this.reading.get(caller, id);
  }

  /** 办结本步: on to the next step; after the last one the matter is done. */
  @Post(':id/advance')
  @HttpCode(200)
  advance(
    @CurrentCaller() caller: Caller,
    @Param('id', IdPipe) id: string,
    @Body() body: MatterNote,
    @IdempotencyKey() key: Repeatable | null,
  ): Promise<MatterView> {
    return this.moves.move(caller, id, 'advance', body, key);
  }

  /** 退回上一步, with a reason. */
  @Post(':id/return')
  @HttpCode(200)
  giveBack(
    @CurrentCaller() caller: Caller,
    @Param('id', IdPipe) id: string,
    @Body() body: MatterNote,
    @IdempotencyKey() key: Repeatable | null,
  ): Promise<MatterView> {
    return this.moves.move(caller, id, 'return', body, key);
  }

  /** 等待补充材料: the clock stands still until the applicant has brought them. */
  @Post(':id/suspend')
  @HttpCode(200)
  suspend(
    @CurrentCaller() caller: Caller,
    @Param('id', IdPipe) id: string,
    @Body() body: MatterNote,
    @IdempotencyKey() key: Repeatable | null,
  ): Promise<MatterView> {
    return this.moves.move(caller, id, 'suspend', body, key);
  }

  /** 恢复办理. */
  @Post(':id/resume')
  @HttpCode(200)
  resume(
    @CurrentCaller() caller: Caller,
    @Param('id', IdPipe) id: string,
    @Body() body: OptionalMatterNote,
    @IdempotencyKey() key: Repeatable | null,
  ): Promise<MatterView> {
    return this.moves.move(caller, id, 'resume', body, key);
  }

  /** 不予办理, with the reason the applicant reads. */
  @Post(':id/refuse')
  @HttpCode(200)
  refuse(
    @CurrentCaller() caller: Caller,
    @Param('id', IdPipe) id: string,
    @Body() body: MatterNote,
    @IdempotencyKey() key: Repeatable | null,
  ): Promise<MatterView> {
    return this.moves.move(caller, id, 'refuse', body, key);
  }

  /** 撤回: by the applicant, or by whoever wrote it down for them. */
  @Post(':id/withdraw')
  @HttpCode(200)
  withdraw(
    @CurrentCaller() caller: Caller,
    @Param('id', IdPipe) id: string,
    @Body() body: OptionalMatterNote,
    @IdempotencyKey() key: Repeatable | null,
  ): Promise<MatterView> {
    return this.moves.move(caller, id, 'withdraw', body, key);
  }
}
