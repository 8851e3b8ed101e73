import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import type { Config } from '../config/config.js';
import { CONFIG } from '../config/config.module.js';
import { StandInWechat } from './stand-in/stand-in-wechat.js';
import { WechatApi } from './wechat-api.js';
import { WechatContentClient } from './wechat-content.client.js';
import { WechatHttp } from './wechat-http.js';
import { WechatIdentityClient } from './wechat-identity.client.js';
import { WechatTokenEntity } from './wechat-token.entity.js';
import { WechatTokens } from './wechat-tokens.js';

@Global()
@Module({
  imports: [TypeOrmModule.forFeature([WechatTokenEntity])],
  providers: [
    {
      provide: StandInWechat,
      inject: [CONFIG],
      // Only demo mode leaves the address empty (see config.ts).
      useFactory: ({ wechat }: Config) => (wechat.baseUrl ? null : StandInWechat.start(wechat.appId, wechat.secret)),
    },
    WechatHttp,
    WechatTokens,
    WechatApi,
    WechatIdentityClient,
    WechatContentClient,
  ],
  exports: [WechatApi, WechatIdentityClient, WechatContentClient],
})
export class WechatModule {}
