import { Inject, Injectable } from '@nestjs/common';
import type { Config } from '../platform/config/config.js';
import { CONFIG } from '../platform/config/config.module.js';
import { Problem, notFound } from '../platform/http/problem.js';
import type { LoginEntity } from './login.entity.js';
import { type LoginOwner, PersonRepository } from './person.repository.js';
import { SessionsService } from './sessions.service.js';
import type { SignedInDto } from './sign-in.dto.js';

/** The ways in. People sign in to the city this installation serves. */
@Injectable()
export class SignInService {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly persons: PersonRepository,
    private readonly sessions: SessionsService,
  ) {}

  /** As one of the invented people of the demo community; outside demo mode there is no such route. */
  async demo(persona: string): Promise<SignedInDto> {
    if (!this.config.demoMode) throw notFound('request.not_found', '没有这个地址');
    const person = await this.persons.byLogin(this.config.cityId, 'demo', persona);
    if (!person) throw notFound('auth.unknown_persona', '没有这个演示身份，请换一个');
    return this.enter(person, 'demo');
  }

  private async enter(person: LoginOwner, provider: LoginEntity['provider']): Promise<SignedInDto> {
    if (!person.mayEnter) throw new Problem(403, 'auth.disabled', '这个账号已停用，请联系社区');
    const tokens = await this.sessions.start(this.config.cityId, person.id, provider);
    return { ...tokens, person: { id: person.id, name: person.name } };
  }
}
