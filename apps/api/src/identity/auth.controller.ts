import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { CurrentCaller, Public, SignedIn } from '../platform/auth/access.js';
import type { Caller } from '../platform/auth/caller.js';
import { SessionsService } from './sessions.service.js';
import { DemoSignInDto, RefreshDto, type SignedInDto, type TokensDto } from './sign-in.dto.js';
import { SignInService } from './sign-in.service.js';

@Controller('auth')
export class AuthController {
  constructor(
    private readonly signIn: SignInService,
    private readonly sessions: SessionsService,
  ) {}

  /** Signs in as an invented person of the demo community; 404 outside demo mode. */
  @Post('demo')
  @Public()
  @HttpCode(200)
  demo(@Body() { persona }: DemoSignInDto): Promise<SignedInDto> {
    return this.signIn.demo(persona);
  }

  /** Exchanges a refresh token for the next pair. */
  @Post('refresh')
  @Public()
  @HttpCode(200)
  refresh(@Body() { refreshToken }: RefreshDto): Promise<TokensDto> {
    return this.sessions.refresh(refreshToken);
  }

  /** Ends this session. */
  @Post('logout')
  @SignedIn()
  @HttpCode(204)
  logout(@CurrentCaller() caller: Caller): Promise<void> {
    return this.sessions.end(caller);
  }

  /** Ends every session of the person, on all devices. */
  @Post('logout-everywhere')
  @SignedIn()
  @HttpCode(204)
  logoutEverywhere(@CurrentCaller() { cityId, personId }: Caller): Promise<void> {
    return this.sessions.endAll(cityId, personId, 'logout everywhere');
  }
}
