import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsOptional, IsString, Length, Matches } from 'class-validator';

/** Kept exactly as typed: a password is not words. The upper limit guards the hash function's time. */
const Secret = (): PropertyDecorator =>
  applyDecorators(
    ApiProperty({ type: String, format: 'password', minLength: 1, maxLength: 256 }),
    IsString(),
    Length(1, 256, { message: '请填写密码' }),
  );

export const USER_NAME = /^[a-z][a-z0-9._-]{2,31}$/;

const UserName = (): PropertyDecorator =>
  applyDecorators(
    ApiProperty({ type: String, pattern: USER_NAME.source }),
    Transform(({ value }) => (typeof value === 'string' ? value.trim().toLowerCase() : (value as unknown))),
    Matches(USER_NAME, { message: '用户名以字母开头，由 3 到 32 个字母、数字、点、横线组成' }),
  );

const TotpCode = (): PropertyDecorator =>
  applyDecorators(
    Transform(({ value }) => (typeof value === 'string' ? value.replace(/\s/g, '') : (value as unknown))),
    Matches(/^[0-9a-zA-Z-]{6,40}$/, { message: '验证码不对，请核对' }),
  );

export class PasswordSignInDto {
  /** Any text: whether such a user exists is never told. */
  @IsString() @Length(1, 100, { message: '请填写用户名' }) userName: string;
  @Secret() password: string;
  /** The six digits of the authenticator app, or a recovery code, when the account asks for a second factor. */
  @IsOptional() @TotpCode() totp?: string;
}

export class ChangePasswordDto {
  @Secret() current: string;
  @Secret() next: string;
}

export class ConfirmPasswordDto {
  @Secret() password: string;
}

export class TotpCodeDto {
  @TotpCode() code: string;
}

export class TotpSecretDto {
  /** Base32, for typing into the authenticator app. */
  secret: string;
  /** `otpauth://` address, for a QR code. */
  uri: string;
}

export class RecoveryCodesDto {
  /** Shown once; each signs in once in place of the app's code. */
  recoveryCodes: string[];
}

export class AssignPasswordDto {
  @UserName() userName: string;
}

export class InitialPasswordDto {
  userName: string;
  /** Shown once; the person is asked to change it. */
  initialPassword: string;
}
