import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CallerSource } from '../platform/auth/caller.js';
import { AccountsService } from './accounts.service.js';
import { AcquaintanceService } from './acquaintance.service.js';
import { AuthController } from './auth.controller.js';
import { CallerCache } from './caller-cache.js';
import { ErasureRepository } from './erasure.repository.js';
import { ErasureService } from './erasure.service.js';
import { IdentityJobs } from './identity.jobs.js';
import { LoginEntity, PasswordEntity } from './login.entity.js';
import { LoginsRepository } from './logins.repository.js';
import { LooksRepository } from './looks.repository.js';
import { MeController } from './me.controller.js';
import { MeService } from './me.service.js';
import { MyDataRepository } from './my-data.repository.js';
import { PasswordHashes } from './password-hashes.service.js';
import { PasswordsRepository } from './passwords.repository.js';
import { PasswordsService } from './passwords.service.js';
import { PersonAreaEntity, PersonEntity } from './person.entity.js';
import { PersonImportService } from './person-import.service.js';
import { PersonImportsRepository } from './person-imports.repository.js';
import { PersonSeals } from './person-seals.service.js';
import { PersonViews } from './person-views.js';
import { PersonalDataLookEntity } from './personal-data-look.entity.js';
import { PersonalRecords } from './personal-records.service.js';
import { PersonsController } from './persons.controller.js';
import { PersonsRepository } from './persons.repository.js';
import { PersonsService } from './persons.service.js';
import { PhoneBindingService } from './phone-binding.service.js';
import { PhoneOwnersRepository } from './phone-owners.repository.js';
import { PlacesService } from './places.service.js';
import { RefreshTokens } from './refresh-tokens.js';
import { RevealService } from './reveal.service.js';
import { SessionEntity } from './session.entity.js';
import { SessionRepository } from './session.repository.js';
import { SessionsService } from './sessions.service.js';
import { SignInService } from './sign-in.service.js';
import { TotpRepository } from './totp.repository.js';
import { TotpService } from './totp.service.js';

const ENTITIES = [PersonEntity, PersonAreaEntity, LoginEntity, PasswordEntity, SessionEntity, PersonalDataLookEntity];
const ROWS = [
  ErasureRepository,
  LoginsRepository,
  LooksRepository,
  MyDataRepository,
  PasswordsRepository,
  PersonImportsRepository,
  PersonsRepository,
  PhoneOwnersRepository,
  SessionRepository,
  TotpRepository,
];
const SERVICES = [
  AccountsService,
  AcquaintanceService,
  ErasureService,
  IdentityJobs,
  MeService,
  PasswordsService,
  PersonImportService,
  PersonsService,
  PhoneBindingService,
  RefreshTokens,
  SessionsService,
  SignInService,
  TotpService,
  PersonViews,
];

/** Global, because the platform's guard asks it who a token belongs to. */
@Global()
@Module({
  imports: [TypeOrmModule.forFeature(ENTITIES)],
  controllers: [AuthController, MeController, PersonsController],
  providers: [
    ...ROWS,
    ...SERVICES,
    CallerCache,
    { provide: CallerSource, useExisting: CallerCache },
    PasswordHashes,
    PersonSeals,
    PersonalRecords,
    PlacesService,
    RevealService,
  ],
  exports: [
    CallerCache,
    CallerSource,
    LoginsRepository,
    PasswordHashes,
    PersonImportService,
    PersonSeals,
    PersonalRecords,
    PlacesService,
    RevealService,
  ],
})
export class IdentityModule {}
