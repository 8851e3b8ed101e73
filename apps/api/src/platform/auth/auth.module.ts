import { Global, Module } from '@nestjs/common';
import { APP_GUARD, DiscoveryModule } from '@nestjs/core';
import { RateLimitGuard } from '../http/rate-limit.guard.js';
import { AccessCheck } from './access-check.js';
import { AccessTokens } from './access-tokens.js';
import { AuthGuard } from './auth.guard.js';

@Global()
@Module({
  imports: [DiscoveryModule],
  providers: [
    AccessTokens,
    AccessCheck,
    // In this order: who it is, then how often.
    { provide: APP_GUARD, useClass: AuthGuard },
    { provide: APP_GUARD, useClass: RateLimitGuard },
  ],
  exports: [AccessTokens],
})
export class AuthModule {}
