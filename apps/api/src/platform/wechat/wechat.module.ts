import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import type { Config } from '../config/config.js';
import { CONFIG } from '../config/config.module.js';
import { StandInWechat } from './stand-in/stand-in-wechat.js';
import { WechatApi } from './wechat-api.js';
import { WechatCallbackController } from './wechat-callback.controller.js';
import { WechatCallback } from './wechat-callback.service.js';
import { WechatContentClient } from './wechat-content.client.js';
import { WechatEvents } from './wechat-events.js';
import { WechatHttp } from './wechat-http.js';
import { WechatIdentityClient } from './wechat-identity.client.js';
import { WechatMessagesClient } from './wechat-messages.client.js';
import { WechatTokenEntity } from './wechat-token.entity.js';
import { WechatTokens } from './wechat-tokens.js';
import { WecomRobotClient } from './wecom-robot.client.js';

@Global()
@Module({
  imports: [TypeOrmModule.forFeature([WechatTokenEntity])],
  controllers: [WechatCallbackController],
  providers: [
    {
      provide: StandInWechat,
      inject: [CONFIG],
      // Only demo mode leaves the address empty (see config.ts).
      useFactory: ({ wechat }: Config) =>
        wechat.baseUrl
          ? null
          : StandInWechat.start(wechat.appId, wechat.secret, {
              token: wechat.callbackToken ?? '',
              aesKey: wechat.callbackAesKey,
            }),
    },
    WechatHttp,
    WechatTokens,
    WechatApi,
    WechatIdentityClient,
    WechatContentClient,
    WechatMessagesClient,
    WecomRobotClient,
    WechatEvents,
    WechatCallback,
  ],
  exports: [WechatApi, WechatIdentityClient, WechatContentClient, WechatMessagesClient, WecomRobotClient, WechatEvents],
})
export class WechatModule {}
