import { Body, Controller, Get, Headers, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOkResponse } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CurrentCaller, MaybeCaller, Public, SignedIn } from '../platform/auth/access.js';
import type { Caller } from '../platform/auth/caller.js';
import { IdPipe } from '../platform/http/id.pipe.js';
import { FileLinks, LinksRequest, ReadFile, UploadedFile } from './files.dto.js';
import { FilesService } from './files.service.js';
import { sendFile } from './send-file.js';
import { UploadsService } from './uploads.service.js';

const ONE_FILE = { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' } } };

@Controller('files')
export class FilesController {
  constructor(
    private readonly uploads: UploadsService,
    private readonly files: FilesService,
  ) {}

  /**
   * Sends one photo: JPEG, PNG, HEIC or WebP by content, at most 10 MB. It is turned upright, loses its metadata and
   * is kept in two sizes. Nobody but the sender sees it until an order claims it (`photoIds`); after 24 hours without
   * one it is removed.
   */
  @Post()
  @SignedIn()
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: ONE_FILE })
  upload(@CurrentCaller() caller: Caller, @Req() request: FastifyRequest): Promise<UploadedFile> {
    return this.uploads.upload(caller, request);
  }

  /** Addresses of photos for programs that cannot send an Authorization header (`<img>`, the mini-program's `<Image>`). */
  @Post('links')
  @HttpCode(200)
  @SignedIn()
  links(@CurrentCaller() caller: Caller, @Body() body: LinksRequest): Promise<FileLinks> {
    return this.files.links(caller, body.ids);
  }

  /** A photo as JPEG: for its sender, for whoever may see what it belongs to, and for everybody once it is published. */
  @Get(':id')
  @Public()
  @ApiOkResponse({ content: { 'image/jpeg': { schema: { type: 'string', format: 'binary' } } } })
  async read(
    @Param('id', IdPipe) id: string,
    @Query() query: ReadFile,
    @MaybeCaller() caller: Caller | null,
    @Headers('if-none-match') known: string | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await sendFile(reply, await this.files.read(caller, id, query), known);
  }
}
