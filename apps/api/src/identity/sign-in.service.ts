import { Inject, Injectable } from '@nestjs/common';
import type { Config } from '../platform/config/config.js';
import { CONFIG } from '../platform/config/config.module.js';
import { Problem, notFound } from '../platform/http/problem.js';
import { WechatIdentityClient } from '../platform/wechat/wechat-identity.client.js';
import type { LoginEntity } from './login.entity.js';
import { type LoginOwner, LoginsRepository } from './logins.repository.js';
import type { PasswordSignInDto } from './password.dto.js';
import { PasswordsService } from './passwords.service.js';
import { SessionsService } from './sessions.service.js';
import type { SignedInDto } from './sign-in.dto.js';

/** Until they say their name. */
const NEWCOMER = '微信用户';

/** The ways in. People sign in to the city this installation serves. */
@Injectable()
export class SignInService {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly wechat: WechatIdentityClient,
    private readonly logins: LoginsRepository,
    private readonly passwords: PasswordsService,
    private readonly sessions: SessionsService,
  ) {}

  /** As one of the invented people of the demo community; outside demo mode there is no such route. */
  async demo(persona: string): Promise<SignedInDto> {
    if (!this.config.demoMode) throw notFound('request.not_found', '没有这个地址');
    const person = await this.logins.ownerOf(this.config.cityId, 'demo', persona);
    if (!person) throw notFound('auth.unknown_persona', '没有这个演示身份，请换一个');
    return this.enter(person, 'demo');
  }

  /** By a code of `wx.login`. Whoever comes for the first time is welcome: being a resident needs no permission. */
  async byWechat(code: string): Promise<SignedInDto> {
    const openId = await this.wechat.openIdOf(code);
    const { cityId } = this.config;
    const person =
      (await this.logins.ownerOf(cityId, 'wechat', openId)) ??
      (await this.logins.newcomer(cityId, 'wechat', openId, NEWCOMER));
    await this.logins.markGood(cityId, openId);
    return this.enter(person, 'wechat');
  }

  /** By user name, password and, where it is switched on, a second factor. */
  async byPassword(input: PasswordSignInDto): Promise<SignedInDto> {
    const { personId, name, mayEnter } = await this.passwords.authenticate(this.config.cityId, input);
    return this.enter({ id: personId, name, mayEnter }, 'password');
  }

  private async enter(person: LoginOwner, provider: LoginEntity['provider']): Promise<SignedInDto> {
    if (!person.mayEnter) throw new Problem(403, 'auth.disabled', '这个账号已停用，请联系社区');
    const tokens = await this.sessions.start(this.config.cityId, person.id, provider);
    return { ...tokens, person: { id: person.id, name: person.name } };
  }
}
