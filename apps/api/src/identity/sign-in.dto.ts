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

export class RefreshDto {
  @Text({ max: 300 }) refreshToken: string;
}
