import { Injectable } from '@nestjs/common';
import type { Caller } from '../platform/auth/caller.js';
import { Database } from '../platform/database/database.js';
import { Problem } from '../platform/http/problem.js';
import { invalid } from '../platform/http/validation.js';
import { AcquaintanceService } from './acquaintance.service.js';
import { CallerCache } from './caller-cache.js';
import { PasswordHashes } from './password-hashes.service.js';
import { passwordProblem } from './password-policy.js';
import type {
  AssignPasswordDto,
  ChangePasswordDto,
  InitialPasswordDto,
  PasswordSignInDto,
  RecoveryCodesDto,
  TotpSecretDto,
} from './password.dto.js';
import { type PasswordAccount, PasswordsRepository } from './passwords.repository.js';
import { SessionRepository } from './session.repository.js';
import { SessionsService } from './sessions.service.js';
import { TotpService } from './totp.service.js';

const WRONG = '用户名或密码不对。连续输错 5 次，账号会停用 15 分钟';

/** Accounts with user name and password: administrators and staff at a desk. */
@Injectable()
export class PasswordsService {
  constructor(
    private readonly database: Database,
    private readonly passwords: PasswordsRepository,
    private readonly hashes: PasswordHashes,
    private readonly totp: TotpService,
    private readonly sessions: SessionsService,
    private readonly sessionRows: SessionRepository,
    private readonly acquaintances: AcquaintanceService,
    private readonly callers: CallerCache,
  ) {}

  /**
   * The account behind these credentials. Unknown user, wrong password and resting account get one and the same answer
   * after the same work, so that nobody learns which user names exist.
   * @throws Problem 401 `auth.wrong_password`, `auth.totp_required`, `auth.totp_wrong`
   */
  async authenticate(cityId: number, { userName, password, totp }: PasswordSignInDto): Promise<PasswordAccount> {
    const account = await this.passwords.takeTry(cityId, { userName: userName.trim().toLowerCase() });
    const matches = await this.hashes.matches(account?.hash ?? null, password);
    if (!account || !matches) throw new Problem(401, 'auth.wrong_password', WRONG);
    if (account.totpSealed) {
      if (!totp) {
        await this.passwords.settleTry(cityId, account.personId, false);
        throw new Problem(401, 'auth.totp_required', '请输入验证器上的 6 位验证码');
      }
      const accepted = await this.totp.accepts(cityId, account.personId, account.totpSealed, totp);
      if (!accepted) throw new Problem(401, 'auth.totp_wrong', '验证码不对或已用过，请等下一个');
    }
    await this.passwords.settleTry(cityId, account.personId, true);
    return account;
  }

  /** Changes the caller's own password and ends their sessions elsewhere. */
  async change({ cityId, personId, sessionId }: Caller, { current, next }: ChangePasswordDto): Promise<void> {
    const { userName } = await this.confirm(cityId, personId, current);
    const problem = next === current ? '新密码不能与原密码相同' : passwordProblem(next, userName);
    if (problem) throw invalid([{ field: 'next', code: 'password', message: problem }]);
    await this.passwords.change(cityId, personId, await this.hashes.hash(next));
    await this.sessions.endAll(cityId, personId, 'password changed', sessionId);
  }

  async proposeTotp({ cityId, personId }: Caller, password: string): Promise<TotpSecretDto> {
    return this.totp.propose(cityId, await this.confirm(cityId, personId, password));
  }

  confirmTotp({ cityId, personId }: Caller, code: string): Promise<RecoveryCodesDto> {
    return this.totp.confirm(cityId, personId, code);
  }

  async removeTotp({ cityId, personId }: Caller, password: string): Promise<void> {
    await this.confirm(cityId, personId, password);
    await this.totp.remove(cityId, personId);
  }

  /** Gives a person a user name and a first password, or a new one when they lost theirs. Their sessions end. */
  async assign(caller: Caller, id: string, { userName }: AssignPasswordDto): Promise<InitialPasswordDto> {
    await this.acquaintances.underCommand(caller, id);
    const password = this.hashes.initial();
    const hash = await this.hashes.hash(password);
    try {
      await this.database.transaction(async (tx) => {
        await this.passwords.assign(tx, caller.cityId, id, userName, hash, true);
        await this.sessionRows.revokeAll(caller.cityId, id, 'password assigned', null, tx);
      });
    } catch (error) {
      if ((error as { constraint?: unknown }).constraint !== 'logins_pkey') throw error;
      throw new Problem(409, 'auth.user_name_taken', '这个用户名已有人使用，请换一个');
    }
    this.callers.forget(id);
    return { userName, initialPassword: password };
  }

  /** The caller's own account, once more proven: what guards an account is not changed by whoever found the device open. */
  private async confirm(cityId: number, personId: string, password: string): Promise<PasswordAccount> {
    if (!(await this.passwords.stateOf(cityId, personId))) {
      throw new Problem(409, 'auth.no_password', '您没有使用密码登录，无需设置');
    }
    const account = await this.passwords.takeTry(cityId, { personId });
    const matches = await this.hashes.matches(account?.hash ?? null, password);
    // Not 401: the session is fine, and a client would throw it away.
    if (!account || !matches) throw new Problem(403, 'auth.wrong_password', WRONG);
    await this.passwords.settleTry(cityId, personId, true);
    return account;
  }
}
