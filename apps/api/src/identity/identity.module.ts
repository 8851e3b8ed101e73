import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CallerSource } from '../platform/auth/caller.js';
import { AuthController } from './auth.controller.js';
import { CallerCache } from './caller-cache.js';
import { LoginEntity, PasswordEntity } from './login.entity.js';
import { PersonAreaEntity, PersonEntity } from './person.entity.js';
import { PersonRepository } from './person.repository.js';
import { PersonalDataLookEntity } from './personal-data-look.entity.js';
import { RefreshTokens } from './refresh-tokens.js';
import { SessionEntity } from './session.entity.js';
import { SessionRepository } from './session.repository.js';
import { SessionsService } from './sessions.service.js';
import { SignInService } from './sign-in.service.js';

const ENTITIES = [PersonEntity, PersonAreaEntity, LoginEntity, PasswordEntity, SessionEntity, PersonalDataLookEntity];

/** Global, because the platform's guard asks it who a token belongs to. */
@Global()
@Module({
  imports: [TypeOrmModule.forFeature(ENTITIES)],
  controllers: [AuthController],
  providers: [
    CallerCache,
    { provide: CallerSource, useExisting: CallerCache },
    PersonRepository,
    RefreshTokens,
    SessionRepository,
    SessionsService,
    SignInService,
  ],
  exports: [CallerCache, CallerSource],
})
export class IdentityModule {}
