import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { CurrentCaller, Public, SignedIn } from '../platform/auth/access.js';
import type { Caller } from '../platform/auth/caller.js';
import { LimitSignIn } from '../platform/http/rate-limit.guard.js';
import { PasswordSignInDto } from './password.dto.js';
import { PhoneBindingService } from './phone-binding.service.js';
import { SessionsService } from './sessions.service.js';
import {
  type BoundPhoneDto,
  DemoSignInDto,
  RefreshDto,
  type SignedInDto,
  type TokensDto,
  WechatCodeDto,
} from './sign-in.dto.js';
import { SignInService } from './sign-in.service.js';

@Controller('auth')
export class AuthController {
  constructor(
    private readonly signIn: SignInService,
    private readonly phones: PhoneBindingService,
    private readonly sessions: SessionsService,
  ) {}

  /** Signs in as an invented person of the demo community; 404 outside demo mode. */
  @Post('demo')
  @Public()
  @HttpCode(200)
  demo(@Body() { persona }: DemoSignInDto): Promise<SignedInDto> {
    return this.signIn.demo(persona);
  }

  /** Signs in with a code of `wx.login`; the first time makes the person. */
  @Post('wechat')
  @Public()
  @HttpCode(200)
  wechat(@Body() { code }: WechatCodeDto): Promise<SignedInDto> {
    return this.signIn.byWechat(code);
  }

  /** Signs in with user name and password, for administrators and staff. */
  @Post('password')
  @Public()
  @LimitSignIn()
  @HttpCode(200)
  password(@Body() input: PasswordSignInDto): Promise<SignedInDto> {
    return this.signIn.byPassword(input);
  }

  /** Binds the phone behind a code of WeChat's phone button. */
  @Post('phone')
  @SignedIn()
  @HttpCode(200)
  phone(@CurrentCaller() caller: Caller, @Body() { code }: WechatCodeDto): Promise<BoundPhoneDto> {
    return this.phones.bind(caller, code);
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
