import { ApiProperty } from '@nestjs/swagger';
import { Code, Text } from '../platform/http/fields.js';

export class TokensDto {
  /** Sent as `Authorization: Bearer …` with every request. */
  accessToken: string;
  /** Works once; `POST /api/auth/refresh` answers with the next one. Keep only the newest. */
  refreshToken: string;
  /** Seconds until the access token has to be refreshed. */
  expiresInSeconds: number;
}

export class SignedInPersonDto {
  id: string;
  name: string;
}

export class SignedInDto extends TokensDto {
  person: SignedInPersonDto;
}

export class DemoSignInDto {
  /** resident, resident2, member, member2, cadre, duty, dispatcher, secretary, supervisor, admin */
  @Code() persona: string;
}

export class WechatCodeDto {
  /** As `wx.login` or the phone button gave it; works once. */
  @Text({ max: 200 }) code: string;
}

export class BoundPhoneDto {
  /** Whether the community had registered this phone before: the caller now is that person. */
  joined: boolean;
  /** New tokens after joining; the old ones have ended. */
  @ApiProperty({ type: SignedInDto, nullable: true })
  signedIn: SignedInDto | null;
}

export class RefreshDto {
  @Text({ max: 300 }) refreshToken: string;
}
