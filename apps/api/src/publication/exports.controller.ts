import { Controller, Get, Query, Res } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { OrderFilters } from '../orders/list-orders.service.js';
import { CurrentCaller, HasPost } from '../platform/auth/access.js';
import type { Caller } from '../platform/auth/caller.js';
import { FORMATS } from './export-formats.js';
import { EXPORTERS, ExportsService } from './exports.service.js';

const schema = { type: 'string', format: 'binary' };

/** The list of orders as a table, with the same filters; at most 100,000 rows, personal data masked, each export on record. */
@Controller('exports')
@HasPost(...EXPORTERS)
export class ExportsController {
  constructor(private readonly exports: ExportsService) {}

  @Get('orders.xlsx')
  @ApiOkResponse({ content: { [FORMATS.xlsx.type]: { schema } } })
  xlsx(@CurrentCaller() caller: Caller, @Query() filters: OrderFilters, @Res() reply: FastifyReply): Promise<void> {
    return this.send('xlsx', caller, filters, reply);
  }

  @Get('orders.csv')
  @ApiOkResponse({ content: { [FORMATS.csv.type]: { schema } } })
  csv(@CurrentCaller() caller: Caller, @Query() filters: OrderFilters, @Res() reply: FastifyReply): Promise<void> {
    return this.send('csv', caller, filters, reply);
  }

  private async send(
    format: keyof typeof FORMATS,
    caller: Caller,
    filters: OrderFilters,
    reply: FastifyReply,
  ): Promise<void> {
    const table = await this.exports.export(caller, format, filters);
    await reply
      .headers({
        'Content-Type': FORMATS[format].type,
        'Content-Disposition': `attachment; filename="orders.${format}"`,
      })
      .send(table);
  }
}
