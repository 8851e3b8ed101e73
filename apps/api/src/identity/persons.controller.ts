import { ACQUAINTED, REGISTRARS } from '@linshao/domain';
import { Body, Controller, Get, HttpCode, Param, Patch, Post, Put, Query } from '@nestjs/common';
import { CurrentCaller, HasPost, SignedIn } from '../platform/auth/access.js';
import type { Caller } from '../platform/auth/caller.js';
import { IdPipe } from '../platform/http/id.pipe.js';
import { PageQueryDto } from '../platform/http/page-query.dto.js';
import { IdempotencyKey, type Repeatable } from '../platform/idempotency/idempotency.js';
import { AccountsService } from './accounts.service.js';
import { AssignPasswordDto, type InitialPasswordDto } from './password.dto.js';
import { PasswordsService } from './passwords.service.js';
import {
  DisablePersonDto,
  FindPersonDto,
  type FoundPersonsDto,
  type LookPageDto,
  type PersonDto,
  PersonListQueryDto,
  type PersonPageDto,
  RegisterPersonDto,
  RevealDto,
  type RevealedPersonDto,
  UpdatePersonDto,
} from './persons.dto.js';
import { PersonsService } from './persons.service.js';
import { RevealService } from './reveal.service.js';

@Controller('persons')
@SignedIn()
export class PersonsController {
  constructor(
    private readonly persons: PersonsService,
    private readonly reveals: RevealService,
    private readonly accounts: AccountsService,
    private readonly passwords: PasswordsService,
  ) {}

  /** The people of an area and everything below it, newest first. */
  @Get()
  @HasPost(...ACQUAINTED)
  list(@CurrentCaller() caller: Caller, @Query() query: PersonListQueryDto): Promise<PersonPageDto> {
    return this.persons.list(caller, query);
  }

  /** Registers a person in an area. */
  @Post()
  @HasPost(...REGISTRARS)
  register(
    @CurrentCaller() caller: Caller,
    @Body() input: RegisterPersonDto,
    @IdempotencyKey() repeatable: Repeatable | null,
  ): Promise<PersonDto> {
    return this.persons.register(caller, input, repeatable);
  }

  /** Finds people by their exact phone or ID number. In the body, not the address: addresses end up in logs. */
  @Post('find')
  @HttpCode(200)
  @HasPost(...REGISTRARS)
  find(@CurrentCaller() caller: Caller, @Body() input: FindPersonDto): Promise<FoundPersonsDto> {
    return this.persons.find(caller, input);
  }

  /** One person, numbers masked. */
  @Get(':id')
  show(@CurrentCaller() caller: Caller, @Param('id', IdPipe) id: string): Promise<PersonDto> {
    return this.persons.show(caller, id);
  }

  /** Corrects a person's entry. */
  @Patch(':id')
  @HasPost(...REGISTRARS)
  update(
    @CurrentCaller() caller: Caller,
    @Param('id', IdPipe) id: string,
    @Body() input: UpdatePersonDto,
  ): Promise<PersonDto> {
    return this.persons.update(caller, id, input);
  }

  /** Shows fields unmasked; the look is recorded with its purpose. */
  @Post(':id/reveal')
  @HttpCode(200)
  reveal(
    @CurrentCaller() caller: Caller,
    @Param('id', IdPipe) id: string,
    @Body() input: RevealDto,
  ): Promise<RevealedPersonDto> {
    return this.reveals.reveal(caller, id, input);
  }

  /** Who has looked at the person's data: for themselves and their administrators. */
  @Get(':id/looks')
  looks(
    @CurrentCaller() caller: Caller,
    @Param('id', IdPipe) id: string,
    @Query() query: PageQueryDto,
  ): Promise<LookPageDto> {
    return this.reveals.looksAt(caller, id, query);
  }

  /** Blocks an account at once. */
  @Post(':id/disable')
  @HttpCode(200)
  @HasPost('administrator')
  disable(
    @CurrentCaller() caller: Caller,
    @Param('id', IdPipe) id: string,
    @Body() { reason }: DisablePersonDto,
  ): Promise<PersonDto> {
    return this.accounts.disable(caller, id, reason);
  }

  /** Opens a blocked account again. */
  @Post(':id/enable')
  @HttpCode(200)
  @HasPost('administrator')
  enable(@CurrentCaller() caller: Caller, @Param('id', IdPipe) id: string): Promise<PersonDto> {
    return this.accounts.enable(caller, id);
  }

  /** Gives a person a user name and a first password, or a new password when they lost theirs. */
  @Put(':id/password')
  @HasPost('administrator')
  assignPassword(
    @CurrentCaller() caller: Caller,
    @Param('id', IdPipe) id: string,
    @Body() input: AssignPasswordDto,
  ): Promise<InitialPasswordDto> {
    return this.passwords.assign(caller, id, input);
  }
}
