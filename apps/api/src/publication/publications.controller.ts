import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { CurrentCaller, HasPost } from '../platform/auth/access.js';
import type { Caller } from '../platform/auth/caller.js';
import { IdPipe } from '../platform/http/id.pipe.js';
import {
  EditPublication,
  OverrulePublication,
  PublicationPage,
  PublicationQuery,
  PublicationView,
} from './publications.dto.js';
import { PublicationsService } from './publications.service.js';

/** The words the public reads of the orders of a dispatcher's or secretary's area. */
@Controller('publications')
@HasPost('dispatcher', 'secretary')
export class PublicationsController {
  constructor(private readonly publications: PublicationsService) {}

  @Get()
  list(@CurrentCaller() caller: Caller, @Query() query: PublicationQuery): Promise<PublicationPage> {
    return this.publications.list(caller, query);
  }

  /** Puts other words before the public, and has them checked again. */
  @Put(':orderId')
  edit(
    @CurrentCaller() caller: Caller,
    @Param('orderId', IdPipe) orderId: string,
    @Body() body: EditPublication,
  ): Promise<PublicationView> {
    return this.publications.edit(caller, orderId, body);
  }

  /** Lets refused words stand, with a reason that is kept. */
  @Post(':orderId/overrule')
  @HttpCode(200)
  overrule(
    @CurrentCaller() caller: Caller,
    @Param('orderId', IdPipe) orderId: string,
    @Body() body: OverrulePublication,
  ): Promise<PublicationView> {
    return this.publications.overrule(caller, orderId, body);
  }
}
