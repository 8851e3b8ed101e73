import type { Role } from '@linshao/domain';
import { ApiProperty } from '@nestjs/swagger';
import { Text } from '../platform/http/fields.js';
import { HomeDto } from './home.dto.js';
import { PersonAreaDto } from './persons.dto.js';

export class MyPostDto {
  id: string;
  role: Role;
  /** 网格员 */
  roleName: string;
  /** As people say it: 富强新村社区派单员. */
  name: string;
  scopeType: 'area' | 'unit' | 'party';
  scopeId: string;
  areaPath: string;
  from: Date;
  to: Date | null;
}

export class MySignInDto {
  wechat: boolean;
  /** Null when the person does not sign in by password. */
  userName: string | null;
  /** The first password, given by somebody else, is still in use. */
  passwordChangeRequired: boolean;
  /** Whether a second factor counts. */
  totp: boolean;
}

export class MeDto {
  id: string;
  name: string;
  /** Whether the person may still change the name themselves; once the community knows them, it does. */
  nameIsFree: boolean;
  phone: string | null;
  phoneVerified: boolean;
  idNumber: string | null;
  /** Posts that count now. */
  posts: MyPostDto[];
  areas: PersonAreaDto[];
  homes: HomeDto[];
  signIn: MySignInDto;
  version: number;
}

export class UpdateMeDto {
  @Text({ min: 2, max: 50 }) name: string;
}

export class MyDataDto {
  exportedAt: Date;
  /** The entry itself, unmasked. */
  @ApiProperty({ type: 'object', additionalProperties: true })
  person: Record<string, unknown>;
  /** Everything features keep about the person, by what it is. */
  @ApiProperty({ type: 'object', additionalProperties: { type: 'array', items: { type: 'object' } } })
  records: Record<string, readonly object[]>;
}
