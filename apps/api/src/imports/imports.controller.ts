import { Controller, Get, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOkResponse } from '@nestjs/swagger';
import { REGISTRARS } from '@linshao/domain';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CurrentCaller, HasPost } from '../platform/auth/access.js';
import type { Caller } from '../platform/auth/caller.js';
import { type ImportKindsDto, ImportQueryDto, type ImportResultDto } from './import.dto.js';
import { ImportsService } from './imports.service.js';
import { receiveSheet } from './receive-sheet.js';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const ONE_FILE = { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' } } };

@Controller('imports')
@HasPost(...REGISTRARS, 'supervisor')
export class ImportsController {
  constructor(private readonly imports: ImportsService) {}

  /** The kinds of sheets with their columns, in the order in which a new community needs them. */
  @Get()
  list(): ImportKindsDto {
    return this.imports.list();
  }

  /** An .xlsx to fill in, with an example row and the allowed values. */
  @Get(':kind/template')
  @ApiOkResponse({ content: { [XLSX]: { schema: { type: 'string', format: 'binary' } } } })
  async template(@Param('kind') kind: string, @Res() reply: FastifyReply): Promise<void> {
    const bytes = await this.imports.template(kind);
    await reply.type(XLSX).header('Content-Disposition', `attachment; filename="${kind}.xlsx"`).send(bytes);
  }

  /**
   * Imports an .xlsx or .csv file of at most 20 MB and 50,000 rows. Every bad row is reported with its number, column and
   * reason; importing the same sheet again changes nothing.
   */
  @Post(':kind')
  @HttpCode(200)
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: ONE_FILE })
  run(
    @CurrentCaller() caller: Caller,
    @Param('kind') kind: string,
    @Query() query: ImportQueryDto,
    @Req() request: FastifyRequest,
  ): Promise<ImportResultDto> {
    return this.imports.run(caller, kind, query, () => receiveSheet(request));
  }
}
