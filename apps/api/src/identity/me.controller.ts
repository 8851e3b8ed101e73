import { Body, Controller, Delete, Get, HttpCode, Patch, Post, Put } from '@nestjs/common';
import { CurrentCaller, SignedIn } from '../platform/auth/access.js';
import type { Caller } from '../platform/auth/caller.js';
import { ErasureService } from './erasure.service.js';
import { type MeDto, type MyDataDto, UpdateMeDto } from './me.dto.js';
import { MeService } from './me.service.js';
import {
  ChangePasswordDto,
  ConfirmPasswordDto,
  type RecoveryCodesDto,
  TotpCodeDto,
  type TotpSecretDto,
} from './password.dto.js';
import { PasswordsService } from './passwords.service.js';

@Controller('me')
@SignedIn()
export class MeController {
  constructor(
    private readonly me: MeService,
    private readonly passwords: PasswordsService,
    private readonly erasure: ErasureService,
  ) {}

  /** The caller: who they are, which posts they hold now, where they live. Numbers are masked. */
  @Get()
  show(@CurrentCaller() caller: Caller): Promise<MeDto> {
    return this.me.show(caller);
  }

  /** Tells one's name, as long as the community has not registered it. */
  @Patch()
  rename(@CurrentCaller() caller: Caller, @Body() { name }: UpdateMeDto): Promise<MeDto> {
    return this.me.rename(caller, name);
  }

  /** A copy of everything kept about the caller, unmasked. */
  @Get('data')
  export(@CurrentCaller() caller: Caller): Promise<MyDataDto> {
    return this.me.export(caller);
  }

  /** Deletes the account: personal data goes, orders stay without their reporter. Cannot be undone. */
  @Delete()
  @HttpCode(204)
  erase(@CurrentCaller() caller: Caller): Promise<void> {
    return this.erasure.erase(caller);
  }

  /** Changes the password; sessions on other devices end. */
  @Put('password')
  @HttpCode(204)
  changePassword(@CurrentCaller() caller: Caller, @Body() input: ChangePasswordDto): Promise<void> {
    return this.passwords.change(caller, input);
  }

  /** Begins to set up a second factor: a secret for the authenticator app. */
  @Post('totp')
  proposeTotp(@CurrentCaller() caller: Caller, @Body() { password }: ConfirmPasswordDto): Promise<TotpSecretDto> {
    return this.passwords.proposeTotp(caller, password);
  }

  /** Switches the second factor on with a first code of the app. */
  @Post('totp/confirm')
  @HttpCode(200)
  confirmTotp(@CurrentCaller() caller: Caller, @Body() { code }: TotpCodeDto): Promise<RecoveryCodesDto> {
    return this.passwords.confirmTotp(caller, code);
  }

  /** Switches the second factor off. */
  @Post('totp/remove')
  @HttpCode(204)
  removeTotp(@CurrentCaller() caller: Caller, @Body() { password }: ConfirmPasswordDto): Promise<void> {
    return this.passwords.removeTotp(caller, password);
  }
}
