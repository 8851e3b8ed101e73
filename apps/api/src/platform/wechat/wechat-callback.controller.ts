import { Body, Controller, Get, Header, HttpCode, Post, Query } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import { Public } from '../auth/access.js';
import { WechatCallbackQuery } from './wechat-callback.dto.js';
import { WechatCallback } from './wechat-callback.service.js';

const TEXT = { content: { 'text/plain': { schema: { type: 'string' } } } } as const;

/** Where WeChat pushes its events 消息推送, signed with WECHAT_CALLBACK_TOKEN. */
@Controller('wechat/callback')
@Public()
export class WechatCallbackController {
  constructor(private readonly callback: WechatCallback) {}

  /** WeChat's question whether this address is ours; answered with its `echostr`. */
  @Get()
  @Header('Content-Type', 'text/plain; charset=utf-8')
  @ApiOkResponse(TEXT)
  prove(@Query() query: WechatCallbackQuery): string {
    return this.callback.prove(query);
  }

  /** One event, as JSON or XML, in plain text or in safe mode; answered with `success`. */
  @Post()
  @HttpCode(200)
  @Header('Content-Type', 'text/plain; charset=utf-8')
  @ApiOkResponse(TEXT)
  take(@Query() query: WechatCallbackQuery, @Body() body: unknown): Promise<string> {
    return this.callback.take(query, body);
  }
}
